// title: Facts about a thing
// description: Everything that the records and the lexicon state about one thing, with where it is stated.
// asks: What is stated about “{what}”?
// parameters:
//   - {name: what, type: entity, help: 'The person, institution, country, agreement, law, policy, document, topic, record or meeting.'}
// columns:
//   - {name: property, title: What, type: property}
//   - {name: value, title: Value, type: value}
//   - {name: stated_in, title: Stated in, type: paragraph, many: true}
// sort: [property, value]

g.V(what).Out(null, "property").LabelTag("stated_in").Tag("value").All()
