package graph

import "net/url"

// documents is where the United Nations serve each document under its symbol, in
// the language of who asks. The research guide of Vanderbilt University documents
// the form: https://researchguides.library.vanderbilt.edu/UNDocs/symbols.
const documents = "https://undocs.org/"

// DocumentURL returns the permanent address of the United Nations document of a
// symbol: "https://undocs.org/CMW/C/SR.464". Whether there is such a document it
// does not know.
func DocumentURL(symbol string) string {
	return documents + (&url.URL{Path: symbol}).EscapedPath()
}
