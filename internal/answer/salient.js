// What the paragraphs of records name, are about, and who speaks in them.
g.V(records).In("<dcterms:isPartOf>").Tag("paragraph").Out(["<schema:mentions>", "<dcterms:subject>", "<rap:spokenBy>"]).Tag("named").All()
