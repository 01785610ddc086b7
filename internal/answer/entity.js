// What is said of a thing, and what links other things to it.
g.V(what).Out(null, "property").LabelTag("stated_in").Tag("value").All()
g.V(what).In(links, "property").LabelTag("stated_in").Tag("other").All()
