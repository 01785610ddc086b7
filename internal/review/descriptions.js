// Mentions by a description, which mean what was named before.
g.V("coreference").In("<rap:foundBy>").Save("<oa:exact>", "words").Save("<oa:hasTarget>", "paragraph")
  .Out("<oa:hasBody>").Tag("entity").All()
