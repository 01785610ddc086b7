// What is cited by a thing, and in which paragraphs.
g.V(what).Out("<rap:cites>").LabelTag("paragraph").Tag("cited").All()
