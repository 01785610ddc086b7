// The States under review in records.
g.V(records).Tag("record").Out("<rap:reviews>").Tag("state").All()
