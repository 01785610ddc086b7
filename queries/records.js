// title: Records
// description: Every summary record in the store, with its body, meeting, date and the State under review.
// asks: Which records are there?
// parameters:
//   - {name: body, type: entity, class: Body, optional: true, filters: body, help: Only records of this body.}
//   - {name: country, type: entity, class: Country, optional: true, filters: reviews, help: Only where this State is under review.}
//   - {name: from, type: date, optional: true, filters: date, keep: from, help: 'Only from this day, month or year on.'}
//   - {name: to, type: date, optional: true, filters: date, keep: to, help: 'Only up to this day, month or year.'}
// columns:
//   - {name: record, title: Record, type: record}
//   - {name: date, title: Date, type: date}
//   - {name: body, title: Body, type: entity}
//   - {name: meeting, title: Meeting, type: entity}
//   - {name: reviews, title: Under review, type: entity, many: true}
// sort: [date, record]

g.V("<rap:SummaryRecord>").In("<rdf:type>").Tag("record")
  .SaveOpt("<dcterms:date>", "date")
  .SaveOpt("<rap:ofBody>", "body")
  .SaveOpt("<rap:recordOf>", "meeting")
  .SaveOpt("<rap:reviews>", "reviews")
  .All()
