// title: Ratifications
// description: >
//   What is said of a State's ratification, accession, signature or being a party,
//   by State or by agreement: that it is so, that it is not, that it is intended, recommended or
//   asked about, with who said so, when and in which paragraphs.
// asks: What is said of {what} and ratification?
// parameters:
//   - name: what
//     type: entity
//     class: [Country, Institution, Agreement]
//     help: The State or organization, or the agreement.
//   - name: modality
//     type: choice
//     choices: [asserted, negated, intended, recommended, asked, possible]
//     optional: true
//     filters: modality
//     help: 'Only what is said to be so (asserted), not to be so (negated), and so on.'
//   - {name: agreement, type: entity, class: Agreement, optional: true, filters: agreement, help: Only of this agreement.}
//   - {name: record, type: record, optional: true, filters: record, help: Only in this record.}
//   - {name: from, type: date, optional: true, filters: date, keep: from, help: 'Only said from this day, month or year on.'}
//   - {name: to, type: date, optional: true, filters: date, keep: to, help: 'Only said up to this day, month or year.'}
// columns:
//   - {name: who, title: Who, type: entity}
//   - {name: relation, title: Relation, type: property, words: {party: party to}}
//   - {name: agreement, title: Agreement, type: entity, class: Agreement}
//   - {name: modality, title: Said to be, type: text}
//   - {name: when, title: When, type: text}
//   - {name: speaker, title: Speaker, type: entity, else: printed}
//   - {name: speaks_for, title: For, type: entity}
//   - {name: date, title: Said on, type: date}
//   - {name: record, title: Record, type: record, hidden: true}
//   - {name: paragraphs, title: Paragraphs, type: paragraph, tag: paragraph, many: true}
// sort: [who, agreement, date, record]

var said = g.M()
  .Save("<rdf:predicate>", "relation")
  .Save("<rap:modality>", "modality")
  .SaveOpt("<rap:statedDate>", "when")
  .Out("<rap:statedIn>").Tag("paragraph")
  .SaveOpt("<rap:spokenBy>", "speaker")
  .SaveOpt("<rap:speakerName>", "printed")
  .SaveOpt("<rap:speaksFor>", "speaks_for")
  .Out("<dcterms:isPartOf>").Tag("record").SaveOpt("<dcterms:date>", "date")
var joined = ["<rap:ratified>", "<rap:accededTo>", "<rap:signed>"]

g.V(what).In(["<rdf:subject>", "<rdf:object>"]).Has("<rdf:predicate>", joined).Save("<rdf:subject>", "who").Save("<rdf:object>", "agreement").Follow(said).All()
g.V(what).In(["<rdf:subject>", "<rdf:object>"]).Has("<rdf:predicate>", "<rap:party>").Save("<rdf:object>", "who").Save("<rdf:subject>", "agreement").Follow(said).All()
