// title: Delegation of a country
// description: The persons who spoke for a country, with the records in which they did.
// asks: Who has spoken for {country}?
// parameters:
//   - {name: country, type: entity, class: Country, help: The country.}
//   - {name: record, type: record, optional: true, filters: records, help: Only in this record.}
// columns:
//   - {name: person, title: Person, type: entity}
//   - {name: times, title: Paragraphs, type: integer, count: paragraph}
//   - {name: records, title: Records, type: record, tag: record, many: true}
// sort: [-times, person]

g.V(country).In("<rap:speaksFor>").Tag("paragraph")
  .Out("<dcterms:isPartOf>").Tag("record").Back("paragraph")
  .Out("<rap:spokenBy>").Tag("person")
  .All()
