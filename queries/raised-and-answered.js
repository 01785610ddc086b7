// title: Raised and answered
// description: >
//   What the body raised on a topic and what the State under review said about it,
//   in the order of the paragraphs, with their words.
// asks: What did the body raise with {country} on “{topic}”, and what was answered?
// parameters:
//   - {name: country, type: entity, class: Country, help: The State under review.}
//   - {name: topic, type: entity, class: Topic, help: The topic.}
//   - {name: side, type: choice, choices: [raised, answered], optional: true, filters: side, help: Only one side.}
//   - {name: record, type: record, optional: true, filters: record, help: Only in this record.}
//   - {name: from, type: date, optional: true, filters: date, keep: from, help: 'Only from this day, month or year on.'}
//   - {name: to, type: date, optional: true, filters: date, keep: to, help: 'Only up to this day, month or year.'}
// columns:
//   - {name: side, title: Side, type: text, words: {chair: raised, member: raised, delegation: answered}}
//   - {name: speaker, title: Speaker, type: entity, else: printed}
//   - {name: date, title: Date, type: date}
//   - {name: record, title: Record, type: record, hidden: true}
//   - {name: paragraph, title: Paragraph, type: paragraph}
//   - {name: text, title: Text, type: text}
// sort: [date, paragraph]

var spoken = g.M().In("<dcterms:isPartOf>").Has("<dcterms:subject>", topic).Tag("paragraph")
  .Save("<rap:speakerRole>", "side")
  .SaveOpt("<rap:spokenBy>", "speaker")
  .SaveOpt("<rap:speakerName>", "printed")
  .Save("<schema:text>", "text")
var reviews = g.V(country).In("<rap:reviews>").Tag("record").SaveOpt("<dcterms:date>", "date")

reviews.Follow(spoken).Has("<rap:speakerRole>", "chair").All()
reviews.Follow(spoken).Has("<rap:speakerRole>", "member").All()
reviews.Follow(spoken).Has("<rap:speaksFor>", country).All()
