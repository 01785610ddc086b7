// title: States and agreements
// description: >
//   Which States cite which agreements, which the body raises with them, and which they
//   are named as a party to. What a chair or a member names in a record that reviews
//   a State is raised with it. Who is a party has no date and no body, and is left
//   out where one is asked for.
// asks: Which States cite which agreements, or are asked about them?
// parameters:
//   - {name: country, type: entity, class: Country, optional: true, many: true, help: Only these States.}
//   - {name: agreement, type: entity, class: Agreement, optional: true, many: true, help: Only these agreements.}
//   - {name: body, type: entity, class: Body, optional: true, filters: body, help: Only in records of this body.}
//   - {name: from, type: date, optional: true, filters: date, keep: from, help: 'Only from this day, month or year on.'}
//   - {name: to, type: date, optional: true, filters: date, keep: to, help: 'Only up to this day, month or year.'}
// columns:
//   - {name: country, title: State, type: entity}
//   - {name: agreement, title: Agreement, type: entity}
//   - {name: how, title: How, type: text, words: {'rap:cites': cited by the State, 'schema:mentions': raised by the body, 'rap:party': party}}
//   - {name: times, title: Paragraphs, type: integer, count: paragraph}
//   - {name: paragraphs, title: Where, type: paragraph, tag: paragraph, many: true}
//   - {name: date, title: Date, type: date, many: true, hidden: true}
//   - {name: body, title: Body, type: entity, many: true, hidden: true}
// sort: [country, agreement, how]

var met = g.M().Out("<dcterms:isPartOf>").SaveOpt("<dcterms:date>", "date").SaveOpt("<rap:ofBody>", "body")

g.V(country).Tag("country").In("<rap:speaksFor>").Tag("paragraph")
  .Out("<rap:cites>", "how").Is(agreement).Tag("agreement")
  .Back("paragraph").Follow(met).All()

g.V(country).Tag("country").In("<rap:reviews>").SaveOpt("<dcterms:date>", "date").SaveOpt("<rap:ofBody>", "body")
  .In("<dcterms:isPartOf>").Has("<rap:speakerRole>", ["chair", "member"]).Tag("paragraph")
  .Out("<schema:mentions>", "how").Is(agreement).Tag("agreement").All()

g.V(agreement).Tag("agreement").Out("<rap:party>", "how").LabelTag("paragraph").Is(country).Tag("country").All()
