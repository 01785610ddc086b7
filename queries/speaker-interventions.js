// title: Interventions of a speaker
// description: >
//   When and where a person spoke, in which role and for whom, and on which
//   topics: one row for each time that the person took the floor.
// asks: When did {speaker} take the floor, and on which topics?
// parameters:
//   - {name: speaker, type: entity, class: Person, help: The person.}
//   - {name: record, type: record, optional: true, filters: record, help: Only in this record.}
//   - {name: from, type: date, optional: true, filters: date, keep: from, help: 'Only from this day, month or year on.'}
//   - {name: to, type: date, optional: true, filters: date, keep: to, help: 'Only up to this day, month or year.'}
// columns:
//   - {name: date, title: Date, type: date}
//   - {name: record, title: Record, type: record}
//   - {name: section, title: Section, type: text}
//   - {name: role, title: Role, type: text}
//   - {name: capacity, title: Capacity, type: text}
//   - {name: speaks_for, title: For, type: entity}
//   - {name: begins, title: Begins, type: paragraph, else: paragraph}
//   - {name: paragraphs, title: Paragraphs, type: paragraph, tag: paragraph, many: true}
//   - {name: topics, title: Topics, type: entity, tag: topic, many: true}
// sort: [date, begins]

g.V(speaker).In("<rap:spokenBy>").Tag("paragraph")
  .SaveOpt("<rap:inIntervention>", "begins")
  .SaveOpt("<rap:section>", "section")
  .SaveOpt("<rap:speakerRole>", "role")
  .SaveOpt("<rap:capacity>", "capacity")
  .SaveOpt("<rap:speaksFor>", "speaks_for")
  .Out("<dcterms:isPartOf>").Tag("record").SaveOpt("<dcterms:date>", "date").Back("paragraph")
  .SaveOpt("<dcterms:subject>", "topic")
  .All()
