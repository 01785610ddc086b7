// The words in paragraphs that name something, a row each.
g.V(paragraphs).Tag("paragraph").In("<oa:hasTarget>").Tag("mention")
  .Save("<oa:start>", "start").Save("<oa:end>", "end").Save("<oa:exact>", "words")
  .SaveOpt("<rap:foundBy>", "how").SaveOpt("<rap:rule>", "rule")
  .SaveOpt("<rap:confidence>", "confidence").SaveOpt("<rap:provision>", "provision")
  .Out("<oa:hasBody>").Tag("entity")
  .All()
