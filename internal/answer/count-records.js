g.V("<rap:SummaryRecord>").In("<rdf:type>").Unique().Count()
