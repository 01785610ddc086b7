// title: Reviews of a country
// description: The meetings at which the reports or the situation of a country were considered, in order of dates.
// asks: When was {country} reviewed, and by which bodies?
// parameters:
//   - {name: country, type: entity, class: Country, help: The State under review.}
//   - {name: body, type: entity, class: Body, optional: true, filters: body, help: Only by this body.}
// columns:
//   - {name: date, title: Date, type: date}
//   - {name: body, title: Body, type: entity}
//   - {name: meeting, title: Meeting, type: entity}
//   - {name: record, title: Record, type: record}
//   - {name: documents, title: Documents, type: entity, tag: document, many: true}
// sort: [date, record]

g.V(country).In("<rap:reviews>").Tag("record")
  .SaveOpt("<dcterms:date>", "date")
  .SaveOpt("<rap:ofBody>", "body")
  .SaveOpt("<rap:recordOf>", "meeting")
  .SaveOpt("<dcterms:references>", "document")
  .All()
