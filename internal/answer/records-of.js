// The records whose paragraphs name things.
g.V(nodes).Tag("target").In("<schema:mentions>").Tag("stated_in").Out("<dcterms:isPartOf>").Tag("source").All()
