// title: Parties to an agreement
// description: >
//   The countries and organizations that the records name as parties to an
//   agreement, with the paragraphs that say so.
// asks: Who is a party to “{agreement}”?
// parameters:
//   - {name: agreement, type: entity, class: Agreement, help: The agreement.}
// columns:
//   - {name: party, title: Party, type: entity}
//   - {name: class, title: Kind, type: class, tag: party}
//   - {name: stated_in, title: Stated in, type: paragraph, many: true}
// sort: [party]

g.V(agreement).Out("<rap:party>").LabelTag("stated_in").Tag("party").All()
