// title: Trace of an institution
// description: >
//   Where an institution or a body turns up, meeting by meeting in order of
//   dates: who named it or spoke for it, and in which paragraphs.
// asks: At which meetings does “{institution}” turn up?
// parameters:
//   - {name: institution, type: entity, class: Institution, help: The institution to trace.}
//   - {name: how, type: choice, choices: [named, speaks], optional: true, filters: how, help: 'Only where it is named, or only where it speaks.'}
//   - {name: from, type: date, optional: true, filters: date, keep: from, help: 'Only from this day, month or year on.'}
//   - {name: to, type: date, optional: true, filters: date, keep: to, help: 'Only up to this day, month or year.'}
// columns:
//   - {name: date, title: Date, type: date}
//   - {name: meeting, title: Meeting, type: entity}
//   - {name: record, title: Record, type: record}
//   - {name: how, title: How, type: text, words: {'schema:mentions': named, 'rap:speaksFor': speaks}}
//   - {name: speaker, title: Speaker, type: entity, else: printed}
//   - {name: speaks_for, title: For, type: entity}
//   - {name: paragraphs, title: Paragraphs, type: paragraph, tag: paragraph, many: true}
// sort: [date, record, how, paragraphs]

g.V(institution).In(["<schema:mentions>", "<rap:speaksFor>"], "how").Tag("paragraph")
  .SaveOpt("<rap:spokenBy>", "speaker")
  .SaveOpt("<rap:speakerName>", "printed")
  .SaveOpt("<rap:speaksFor>", "speaks_for")
  .Out("<dcterms:isPartOf>").Tag("record")
  .SaveOpt("<dcterms:date>", "date")
  .SaveOpt("<rap:recordOf>", "meeting")
  .All()
