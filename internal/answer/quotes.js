// What paragraphs say and who speaks; then where they name a thing.
g.V(paragraphs).Tag("subject").Out(said, "property").Tag("value").All()
g.V(paragraphs).Tag("paragraph").In("<oa:hasTarget>").Has("<oa:hasBody>", what).Unique().Tag("mention")
  .Save("<oa:start>", "start").Save("<oa:end>", "end")
  .All()
