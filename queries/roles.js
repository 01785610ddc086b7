// title: Roles
// description: >
//   Who presided, was rapporteur or secretary, represented a State or an institution or headed its delegation, with
//   the date, the record and the paragraph that says so first. By the body, State or institution, or by the person.
// asks: Which roles do the records tell of {of}?
// parameters:
//   - name: of
//     type: entity
//     class: [Person, Body, Institution, Country]
//     help: The body, State or institution, or the person.
//   - name: role
//     type: choice
//     choices: [chair, temporary chair, acting chair, co-chair, vice-chair, country rapporteur, alternate country rapporteur, co-rapporteur, rapporteur, secretary, representative, head of delegation]
//     optional: true
//     filters: role
//     help: Only this role.
//   - {name: record, type: record, optional: true, filters: record, help: Only in this record.}
//   - {name: from, type: date, optional: true, filters: date, keep: from, help: 'Only from this day, month or year on.'}
//   - {name: to, type: date, optional: true, filters: date, keep: to, help: 'Only up to this day, month or year.'}
// columns:
//   - {name: date, title: Date, type: date}
//   - {name: role, title: Role, type: text}
//   - {name: person, title: Person, type: entity}
//   - {name: for, title: For, type: entity, many: true}
//   - {name: record, title: Record, type: record}
//   - {name: stated_in, title: Stated in, type: paragraph}
// sort: [date, record, role, person]

g.V(of).In(["<org:member>", "<org:organization>"]).Unique()
  .Save("<schema:roleName>", "role")
  .Save("<org:organization>", "for")
  .Save("<rap:heldIn>", "record")
  .SaveOpt("<dcterms:date>", "date")
  .Out("<org:member>").LabelTag("stated_in").Tag("person")
  .All()
