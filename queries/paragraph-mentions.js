// title: Named in a paragraph
// description: What a paragraph names, word by word in the order of the text, and how each name was found.
// parameters:
//   - {name: paragraph, type: paragraph, help: 'The paragraph, such as CMW/C/SR.464, para. 13.'}
// columns:
//   - {name: start, title: From, type: integer}
//   - {name: end, title: To, type: integer}
//   - {name: words, title: Words, type: text}
//   - {name: what, title: Names, type: entity}
//   - {name: type, title: Kind, type: class, tag: what}
//   - {name: found_by, title: Found by, type: text}
//   - {name: provision, title: Article, type: text}
// sort: [start, end]

g.V(paragraph).In("<oa:hasTarget>")
  .Save("<oa:start>", "start").Save("<oa:end>", "end").Save("<oa:exact>", "words")
  .SaveOpt("<rap:foundBy>", "found_by")
  .SaveOpt("<rap:provision>", "provision")
  .Out("<oa:hasBody>").Tag("what")
  .All()
