g.V("<rap:Paragraph>").In("<rdf:type>").Has("<rap:speakerName>").Unique().Count()
