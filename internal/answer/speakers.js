// In which role, for whom and from where somebody speaks in paragraphs.
g.V(paragraphs).Tag("paragraph")
  .SaveOpt("<rap:speakerRole>", "role").SaveOpt("<rap:speaksFor>", "speaks_for").SaveOpt("<rap:speakerFrom>", "from")
  .All()
