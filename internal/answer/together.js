// What paragraphs name, or are about, together.
g.V(nodes).Tag("source").In(naming, "how").Tag("stated_in").Out(naming, "also").Tag("target").All()
