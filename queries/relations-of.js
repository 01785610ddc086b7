// title: Relations of an entity
// description: >
//   What is said of an entity's relations to others: who ratified, signed, concluded or adopted it, who set it up,
//   pays for it, visits it, works with it or is a member of it, and the other way round; that it is so, that it is not, that
//   it is intended, recommended or asked about.
// asks: How is “{entity}” related to others?
// parameters:
//   - name: entity
//     type: entity
//     class: [Person, Institution, Country, Agreement, Law, Policy, Document]
//     help: The entity.
//   - name: modality
//     type: choice
//     choices: [asserted, negated, intended, recommended, asked, possible]
//     optional: true
//     filters: modality
//     help: 'Only what is said to be so (asserted), not to be so (negated), and so on.'
//   - {name: record, type: record, optional: true, filters: record, help: Only in this record.}
// columns:
//   - {name: subject, title: Subject, type: entity}
//   - {name: relation, title: Relation, type: property}
//   - {name: object, title: Object, type: entity}
//   - {name: modality, title: Said to be, type: text}
//   - {name: when, title: When, type: text}
//   - {name: speaker, title: Speaker, type: entity, else: printed}
//   - {name: record, title: Record, type: record, hidden: true}
//   - {name: paragraph, title: Paragraph, type: paragraph}
//   - {name: words, title: Words, type: text}
// sort: [relation, subject, object, paragraph]

g.V(entity).In(["<rdf:subject>", "<rdf:object>"])
  .Save("<rdf:subject>", "subject")
  .Save("<rdf:predicate>", "relation")
  .Save("<rdf:object>", "object")
  .Save("<rap:modality>", "modality")
  .Save("<rap:words>", "words")
  .SaveOpt("<rap:statedDate>", "when")
  .Out("<rap:statedIn>").Tag("paragraph")
  .SaveOpt("<rap:spokenBy>", "speaker")
  .SaveOpt("<rap:speakerName>", "printed")
  .Save("<dcterms:isPartOf>", "record")
  .All()
