// The paragraphs of a record.
g.V(record).In("<dcterms:isPartOf>").Has("<rdf:type>", "<rap:Paragraph>").Tag("paragraph").All()
