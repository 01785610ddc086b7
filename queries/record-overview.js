// title: Overview of a record
// description: >
//   What a summary record says of itself and of its meeting: body, session, date,
//   times, place, chair, State under review, agenda and documents.
// parameters:
//   - {name: record, type: record, help: The symbol of the record.}
// columns:
//   - {name: property, title: What, type: property}
//   - {name: values, title: Value, type: value, tag: value, many: true}
// sort: [property]

g.V(record).Out([
  "<dcterms:identifier>", "<dcterms:date>", "<dcterms:issued>", "<dcterms:language>", "<dcterms:references>",
  "<rap:recordOf>", "<rap:ofBody>", "<rap:reviews>", "<rap:agendaItem>", "<rap:part>",
  "<rap:opened>", "<rap:closed>", "<rap:suspended>"
], "property").Tag("value").All()

g.V(record).Out("<rap:recordOf>").Out([
  "<rap:session>", "<rap:meetingNumber>", "<schema:location>", "<rap:chairedBy>"
], "property").Tag("value").All()
