// What is said of paragraphs.
g.V(paragraphs).Tag("subject").Out(null, "property").Tag("value").All()
