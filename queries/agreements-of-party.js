// title: Agreements of a party
// description: >
//   The agreements that the records name a country or an organization as a party
//   to, with the paragraphs that say so; with another party, those between both.
// asks: Which agreements is {party} a party to?
// parameters:
//   - {name: party, type: entity, class: [Country, Institution], help: A party to the agreements.}
//   - {name: with, type: entity, class: [Country, Institution], optional: true, filters: others, help: 'Only agreements with this party, too.'}
// columns:
//   - {name: agreement, title: Agreement, type: entity}
//   - {name: others, title: Other parties, type: entity, tag: other, many: true}
//   - {name: stated_in, title: Stated in, type: paragraph, many: true}
// sort: [agreement]

g.V(party).In("<rap:party>").LabelTag("stated_in").Tag("agreement").All()

g.V(party).In("<rap:party>").Unique().Tag("agreement")
  .Out("<rap:party>").LabelTag("stated_in").Except(g.V(party)).Tag("other").All()
