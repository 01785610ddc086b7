// title: Topics of a country
// description: >
//   What a country speaks of, or what is spoken of it, most often first.
// asks: What does {country} speak of most?
// parameters:
//   - {name: country, type: entity, class: Country, help: The country.}
//   - name: by
//     type: choice
//     choices: {delegation: 'rap:speaksFor', anyone: 'rap:speakerFrom', about: 'schema:mentions'}
//     default: delegation
//     help: 'What its delegation says, what anyone from it says, or what anybody says who names it.'
//   - {name: record, type: record, optional: true, filters: records, help: Only in this record.}
// columns:
//   - {name: topic, title: Topic, type: entity}
//   - {name: times, title: Paragraphs, type: integer, count: paragraph}
//   - {name: records, title: Records, type: record, tag: record, many: true}
//   - {name: paragraphs, title: Where, type: paragraph, tag: paragraph, many: true}
// sort: [-times, topic]

g.V(country).In(by).Tag("paragraph")
  .Save("<dcterms:isPartOf>", "record")
  .Out("<dcterms:subject>").Tag("topic")
  .All()
