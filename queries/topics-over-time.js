// title: Topics over time
// description: How many paragraphs of each record speak of topics, in order of dates.
// asks: How often is “{topic}” spoken of, meeting by meeting?
// parameters:
//   - {name: topic, type: entity, class: Topic, optional: true, many: true, help: Only these topics.}
//   - {name: body, type: entity, class: Body, optional: true, filters: body, help: Only in records of this body.}
//   - {name: from, type: date, optional: true, filters: date, keep: from, help: 'Only from this day, month or year on.'}
//   - {name: to, type: date, optional: true, filters: date, keep: to, help: 'Only up to this day, month or year.'}
// columns:
//   - {name: date, title: Date, type: date}
//   - {name: body, title: Body, type: entity}
//   - {name: record, title: Record, type: record}
//   - {name: topic, title: Topic, type: entity}
//   - {name: times, title: Paragraphs, type: integer, count: paragraph}
// sort: [date, record, -times]

g.V(topic).Tag("topic").In("<dcterms:subject>").Tag("paragraph")
  .Out("<dcterms:isPartOf>").Tag("record")
  .SaveOpt("<dcterms:date>", "date")
  .SaveOpt("<rap:ofBody>", "body")
  .All()
