// Who spoke for whom, in both directions.
g.V(nodes).Tag("source").In("<rap:spokenBy>").Tag("stated_in").Out("<rap:speaksFor>").Tag("target").All()
g.V(nodes).Tag("target").In("<rap:speaksFor>").Tag("stated_in").Out("<rap:spokenBy>").Tag("source").All()
