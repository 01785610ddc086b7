// Where a thing turns up: as named, as the topic, or as who speaks.
g.V(what).In(ways, "way").Tag("paragraph").Out("<dcterms:isPartOf>").Tag("record").SaveOpt("<dcterms:date>", "date").All()
g.V(what).In("<oa:hasBody>").Tag("mention").Out("<oa:hasTarget>").Out("<dcterms:isPartOf>").Tag("record").All()
