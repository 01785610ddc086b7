// Every record with its date, its body and the States that it reviews: one after the
// other, so that a record with several of each gives no row for every pair.
var records = g.V("<rap:SummaryRecord>").In("<rdf:type>").Unique().Tag("record")
records.SaveOpt("<dcterms:date>", "date").All()
records.Out("<rap:ofBody>").Tag("body").All()
records.Out("<rap:reviews>").Tag("state").All()
