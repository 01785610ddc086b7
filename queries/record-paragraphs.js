// title: Paragraphs of a record
// description: The numbered paragraphs of a record with who speaks in them and their words.
// asks: Who said what in {record}?
// parameters:
//   - {name: record, type: record, help: The symbol of the record.}
//   - {name: words, type: text, optional: true, filters: text, help: 'Only paragraphs that hold these words, in any case and without regard to accents.'}
//   - {name: for, type: entity, class: [Country, Institution], optional: true, filters: speaks_for, help: Only those spoken for this country or institution.}
// columns:
//   - {name: paragraph, title: Paragraph, type: paragraph}
//   - {name: speaker, title: Speaker, type: entity, else: printed}
//   - {name: speaks_for, title: For, type: entity}
//   - {name: text, title: Text, type: text}
// sort: [paragraph]

g.V(record).In("<dcterms:isPartOf>").Tag("paragraph")
  .SaveOpt("<rap:spokenBy>", "speaker")
  .SaveOpt("<rap:speakerName>", "printed")
  .SaveOpt("<rap:speaksFor>", "speaks_for")
  .Save("<schema:text>", "text")
  .All()
