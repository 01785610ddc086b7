// The paragraphs that cite a thing, and who speaks in them. Others than paragraphs
// cite as well, on whose behalf they speak.
g.V(what).In(["<rap:cites>", "<rap:citesProvision>"]).Tag("paragraph")
  .SaveOpt("<rap:spokenBy>", "speaker").SaveOpt("<rap:speakerName>", "printed")
  .SaveOpt("<rap:speaksFor>", "speaks_for").SaveOpt("<rap:speakerRole>", "role")
  .All()
