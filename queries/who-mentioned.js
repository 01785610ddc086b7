// title: Who mentioned it
// description: >
//   Everybody who named a person, an institution, a country, an agreement, a law,
//   a policy or a document, with whom they spoke for, when and in which paragraphs.
// asks: Who mentioned “{what}”?
// parameters:
//   - name: what
//     type: entity
//     class: [Person, Institution, Country, Agreement, Law, Policy, Document]
//     help: What was named.
//   - {name: for, type: entity, class: [Country, Institution], optional: true, filters: speaks_for, help: Only by those who spoke for this country or institution.}
//   - {name: record, type: record, optional: true, filters: record, help: Only in this record.}
//   - {name: from, type: date, optional: true, filters: date, keep: from, help: 'Only from this day, month or year on.'}
//   - {name: to, type: date, optional: true, filters: date, keep: to, help: 'Only up to this day, month or year.'}
// columns:
//   - {name: speaker, title: Speaker, type: entity, else: printed}
//   - {name: speaks_for, title: For, type: entity}
//   - {name: role, title: Role, type: text}
//   - {name: date, title: Date, type: date}
//   - {name: record, title: Record, type: record}
//   - {name: paragraphs, title: Paragraphs, type: paragraph, tag: paragraph, many: true}
// sort: [date, record, paragraphs]

g.V(what).In("<schema:mentions>").Tag("paragraph")
  .SaveOpt("<rap:spokenBy>", "speaker")
  .SaveOpt("<rap:speakerName>", "printed")
  .SaveOpt("<rap:speaksFor>", "speaks_for")
  .SaveOpt("<rap:speakerRole>", "role")
  .Out("<dcterms:isPartOf>").Tag("record").SaveOpt("<dcterms:date>", "date")
  .All()
