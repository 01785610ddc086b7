// title: Named together
// description: >
//   What is named in the same paragraphs as something else, most often first.
// asks: What is named together with “{what}”?
// parameters:
//   - name: what
//     type: entity
//     class: [Person, Institution, Country, Agreement, Law, Policy, Document]
//     help: What the other things are named together with.
//   - name: type
//     type: choice
//     choices: [Person, Institution, Body, Country, Agreement, Law, Policy, Document]
//     optional: true
//     filters: type
//     help: Only things of this kind.
// columns:
//   - {name: named, title: Named with it, type: entity}
//   - {name: type, title: Kind, type: class, tag: named}
//   - {name: times, title: Paragraphs, type: integer, count: paragraph}
//   - {name: paragraphs, title: Where, type: paragraph, tag: paragraph, many: true}
// sort: [-times, named]

g.V(what).In("<schema:mentions>").Tag("paragraph")
  .Out("<schema:mentions>").Except(g.V(what)).Tag("named")
  .All()
