// One quad, to see that the store answers.
g.V("<rap:SummaryRecord>").In("<rdf:type>").Limit(1).All()
