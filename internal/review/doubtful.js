// Mentions that the program was not sure of.
g.V("<oa:Annotation>").In("<rdf:type>").Save("<rap:confidence>", "confidence")
  .Save("<oa:exact>", "words").Save("<rap:foundBy>", "how").SaveOpt("<rap:rule>", "rule").Save("<oa:hasTarget>", "paragraph")
  .Out("<oa:hasBody>").Tag("entity").All()
