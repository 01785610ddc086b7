// title: Paragraphs on a topic
// description: Every paragraph that speaks of a topic, or of a narrower one, with the speaker and the words.
// asks: Which paragraphs speak of “{topic}”?
// parameters:
//   - {name: topic, type: entity, class: Topic, help: The topic.}
//   - {name: for, type: entity, class: [Country, Institution], optional: true, filters: speaks_for, help: Only those spoken for this country or institution.}
//   - {name: record, type: record, optional: true, filters: record, help: Only in this record.}
//   - {name: from, type: date, optional: true, filters: date, keep: from, help: 'Only from this day, month or year on.'}
//   - {name: to, type: date, optional: true, filters: date, keep: to, help: 'Only up to this day, month or year.'}
// columns:
//   - {name: date, title: Date, type: date}
//   - {name: paragraph, title: Paragraph, type: paragraph}
//   - {name: topics, title: Topics, type: entity, tag: topic, many: true}
//   - {name: speaker, title: Speaker, type: entity, else: printed}
//   - {name: speaks_for, title: For, type: entity}
//   - {name: text, title: Text, type: text}
//   - {name: record, title: Record, type: record, hidden: true}
// sort: [date, paragraph]

var speaking = g.M().Tag("topic").In("<dcterms:subject>").Tag("paragraph")
  .SaveOpt("<rap:spokenBy>", "speaker")
  .SaveOpt("<rap:speakerName>", "printed")
  .SaveOpt("<rap:speaksFor>", "speaks_for")
  .Save("<schema:text>", "text")
  .Out("<dcterms:isPartOf>").Tag("record").SaveOpt("<dcterms:date>", "date")

g.V(topic).Follow(speaking).All()
g.V(topic).FollowRecursive(g.M().In("<skos:broader>")).Follow(speaking).All()
