// title: Speakers in a record
// description: Who spoke in a record, in which role and for whom, and how many paragraphs each.
// asks: Who spoke in {record}, and how much?
// parameters:
//   - {name: record, type: record, help: The symbol of the record.}
// columns:
//   - {name: speaker, title: Speaker, type: entity, else: printed}
//   - {name: role, title: Role, type: text}
//   - {name: speaks_for, title: For, type: entity}
//   - {name: times, title: Paragraphs, type: integer, count: paragraph}
//   - {name: paragraphs, title: Where, type: paragraph, tag: paragraph, many: true}
// sort: [paragraphs]

g.V(record).In("<dcterms:isPartOf>").Has("<rap:speakerName>").Tag("paragraph")
  .SaveOpt("<rap:spokenBy>", "speaker")
  .SaveOpt("<rap:speakerName>", "printed")
  .SaveOpt("<rap:speakerRole>", "role")
  .SaveOpt("<rap:speaksFor>", "speaks_for")
  .All()
