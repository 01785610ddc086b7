// When and of which body records are.
g.V(records).Tag("record")
  .SaveOpt("<dcterms:date>", "date").SaveOpt("<rap:ofBody>", "body").SaveOpt("<rap:recordOf>", "meeting")
  .All()
