// title: How it is named
// description: The words by which records name a thing, most often first, and how they were found.
// asks: By which words do the records name “{what}”?
// parameters:
//   - name: what
//     type: entity
//     class: [Person, Institution, Country, Agreement, Law, Policy, Document]
//     help: What is named.
// columns:
//   - {name: words, title: Words, type: text}
//   - {name: found_by, title: Found by, type: text}
//   - {name: times, title: Times, type: integer, count: mention}
//   - {name: paragraphs, title: Where, type: paragraph, tag: paragraph, many: true}
// sort: [-times, words]

g.V(what).In("<oa:hasBody>").Tag("mention")
  .Save("<oa:exact>", "words")
  .SaveOpt("<rap:foundBy>", "found_by")
  .Out("<oa:hasTarget>").Tag("paragraph")
  .All()
