// The paragraphs that name a thing or are about it.
g.V(what).In(naming).Unique().Tag("paragraph").All()
