// title: Agreements cited by a country
// description: >
//   The international agreements that a country referred to, with who said so,
//   when and in which paragraphs: its delegation only, or anyone from it, such as
//   its ombudsman and its non-governmental organizations.
// asks: Which agreements has {country} cited?
// parameters:
//   - name: country
//     type: entity
//     class: Country
//     help: The country whose speakers cite.
//   - name: by
//     type: choice
//     choices: {delegation: 'rap:speaksFor', anyone: 'rap:speakerFrom'}
//     default: delegation
//     help: Who counts as the country.
//   - {name: record, type: record, optional: true, filters: record, help: Only in this record.}
//   - {name: from, type: date, optional: true, filters: date, keep: from, help: 'Only from this day, month or year on.'}
//   - {name: to, type: date, optional: true, filters: date, keep: to, help: 'Only up to this day, month or year.'}
// columns:
//   - {name: agreement, title: Agreement, type: entity, class: Agreement}
//   - {name: speaker, title: Speaker, type: entity, else: printed}
//   - {name: speaks_for, title: For, type: entity}
//   - {name: date, title: Date, type: date}
//   - {name: record, title: Record, type: record}
//   - {name: paragraphs, title: Paragraphs, type: paragraph, tag: paragraph, many: true}
// sort: [agreement, date, record]

g.V(country).In(by).Tag("paragraph")
  .SaveOpt("<rap:spokenBy>", "speaker")
  .SaveOpt("<rap:speakerName>", "printed")
  .SaveOpt("<rap:speaksFor>", "speaks_for")
  .Out("<dcterms:isPartOf>").Tag("record").SaveOpt("<dcterms:date>", "date").Back("paragraph")
  .Out("<rap:cites>").Tag("agreement")
  .All()
