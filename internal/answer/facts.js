// The facts that link things to others, in both directions.
g.V(nodes).Tag("source").Out(links, "predicate").LabelTag("stated_in").Tag("target").All()
g.V(nodes).Tag("target").In(links, "predicate").LabelTag("stated_in").Tag("source").All()
