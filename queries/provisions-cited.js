// title: Articles cited
// description: >
//   The articles of an agreement, a law, a policy or a document that speakers
//   referred to, with who did and in which paragraphs.
// asks: Which articles of “{instrument}” were cited?
// parameters:
//   - {name: instrument, type: entity, class: [Agreement, Law, Policy, Document], help: The instrument whose articles are asked for.}
//   - {name: for, type: entity, class: [Country, Institution], optional: true, filters: speaks_for, help: Only by those who spoke for this country or institution.}
//   - {name: record, type: record, optional: true, filters: record, help: Only in this record.}
//   - {name: from, type: date, optional: true, filters: date, keep: from, help: 'Only from this day, month or year on.'}
//   - {name: to, type: date, optional: true, filters: date, keep: to, help: 'Only up to this day, month or year.'}
// columns:
//   - {name: provision, title: Article, type: entity}
//   - {name: speaker, title: Speaker, type: entity, else: printed}
//   - {name: speaks_for, title: For, type: entity}
//   - {name: date, title: Date, type: date}
//   - {name: record, title: Record, type: record}
//   - {name: paragraphs, title: Paragraphs, type: paragraph, tag: paragraph, many: true}
// sort: [provision, date, record]

g.V(instrument).In("<dcterms:isPartOf>").Unique().Tag("provision")
  .In("<rap:citesProvision>").Tag("paragraph")
  .SaveOpt("<rap:spokenBy>", "speaker")
  .SaveOpt("<rap:speakerName>", "printed")
  .SaveOpt("<rap:speaksFor>", "speaks_for")
  .Out("<dcterms:isPartOf>").Tag("record").SaveOpt("<dcterms:date>", "date")
  .All()
