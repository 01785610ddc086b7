// The words by which paragraphs name things.
g.V(paragraphs).Tag("paragraph").In("<oa:hasTarget>").Save("<oa:exact>", "words").Save("<oa:start>", "start")
  .Out("<oa:hasBody>").Tag("entity").All()
