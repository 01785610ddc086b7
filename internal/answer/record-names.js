// What the paragraphs of records name.
g.V(nodes).Tag("source").In("<dcterms:isPartOf>").Tag("stated_in").Out("<schema:mentions>").Tag("target").All()
