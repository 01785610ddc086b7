package web

import (
	"errors"
	"fmt"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/web/negotiate"
)

// The forms of answers.
var (
	asJSON   = negotiate.Form{Name: "json", Media: "application/json", Type: jsonType}
	asCSV    = negotiate.Form{Name: "csv", Media: "text/csv", Type: "text/csv; charset=utf-8; header=present"}
	asText   = negotiate.Form{Name: "text", Media: "text/plain", Type: "text/plain; charset=utf-8"}
	asJSONLD = negotiate.Form{Name: "jsonld", Media: "application/ld+json", Type: "application/ld+json"}
	asNQuads = negotiate.Form{Name: "nquads", Media: "application/n-quads", Type: "application/n-quads"}
	asTurtle = negotiate.Form{Name: "turtle", Media: "text/turtle", Type: "text/turtle; charset=utf-8"}
)

// The forms that things are offered in; the first is for who does not mind.
var (
	onlyJSON = []negotiate.Form{asJSON}
	ofTables = []negotiate.Form{asJSON, asCSV, asText}
	ofLists  = []negotiate.Form{asJSON, asCSV}
	ofFacts  = []negotiate.Form{asJSON, asJSONLD, asNQuads, asTurtle, asCSV}
	ofLinks  = []negotiate.Form{asJSON, asJSONLD, asNQuads, asTurtle}
)

// A notAcceptable says which media types there are for who wants another.
type notAcceptable struct{ available []string }

func (n notAcceptable) Error() string {
	return "there is no form of this answer that the Accept header takes; there are " + strings.Join(n.available, ", ")
}

// formOf chooses the form of an answer: by the parameter "format", or by the
// Accept header.
func formOf(c *gin.Context, f form, offers []negotiate.Form) (negotiate.Form, error) {
	if name, given := f["format"]; given {
		if chosen, ok := negotiate.Named(name, offers); ok {
			return chosen, nil
		}
		return negotiate.Form{}, badRequest{"format", errors.New("a format here is " + either(offers))}
	}
	return accepted(c, offers)
}

// accepted chooses the form that the Accept header likes best.
func accepted(c *gin.Context, offers []negotiate.Form) (negotiate.Form, error) {
	chosen, ok := negotiate.Choose(strings.Join(c.Request.Header["Accept"], ","), offers)
	if ok {
		return chosen, nil
	}
	refused := notAcceptable{}
	for _, o := range offers {
		refused.available = append(refused.available, o.Media)
	}
	return negotiate.Form{}, refused
}

// either lists names of forms: "json, csv or text".
func either(offers []negotiate.Form) string {
	names := make([]string, len(offers))
	for i, o := range offers {
		names[i] = o.Name
	}
	last := len(names) - 1
	if last == 0 {
		return names[0]
	}
	return fmt.Sprintf("%s or %s", strings.Join(names[:last], ", "), names[last])
}
