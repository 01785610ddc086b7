// What a record says of itself and of its meeting.
g.V(record).Tag("subject").Out(null, "property").Tag("value").All()
g.V(record).Out("<rap:recordOf>").Tag("subject").Out(null, "property").Tag("value").All()
