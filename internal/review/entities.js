// What the store knows of all entities of a class, and where each is named.
g.V(kind).In("<rdf:type>").LabelTag("from").Tag("entity").All()
g.V(kind).In("<rdf:type>").Unique().Tag("entity").Out(facts, "says").Tag("value").All()
g.V(kind).In("<rdf:type>").Unique().Tag("entity").In("<schema:mentions>").Tag("paragraph").All()
