// Who names a thing, or speaks of it as a topic, at which meetings; then how often it is named.
g.V(what).In(naming).Tag("paragraph")
  .SaveOpt("<rap:spokenBy>", "speaker").SaveOpt("<rap:speakerName>", "printed")
  .SaveOpt("<rap:speaksFor>", "speaks_for").SaveOpt("<rap:speakerRole>", "role")
  .Out("<dcterms:isPartOf>").Tag("record")
  .SaveOpt("<dcterms:date>", "date").SaveOpt("<rap:ofBody>", "body").SaveOpt("<rap:recordOf>", "meeting")
  .All()
g.V(what).In("<oa:hasBody>").Tag("mention").Out("<oa:hasTarget>").Out("<dcterms:isPartOf>").Tag("record").All()
