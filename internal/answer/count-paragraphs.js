g.V("<rap:Paragraph>").In("<rdf:type>").Count()
