package web

import (
	"context"
	"strings"

	"github.com/gin-gonic/gin"

	"rapporteur/graph"
	"rapporteur/internal/answer"
	"rapporteur/internal/web/cache"
	"rapporteur/internal/web/negotiate"
)

// A recordAnswer is what the API says of a record.
type recordAnswer struct {
	*answer.Record
	Href string `json:"href"` // its address in the API
}

// A paragraphAnswer is what the API says of a paragraph.
type paragraphAnswer struct {
	*answer.Paragraph
	Href string `json:"href"`
}

// showRecord answers with a record: as JSON, as a line of CSV for each paragraph,
// or as what it states.
func (s *site) showRecord(c *gin.Context, reader answer.Reader, f form, form negotiate.Form, id graph.ID) error {
	if form != asJSON && form != asCSV {
		return s.showStatements(c, reader, f, form, statementsOfRecord(id))
	}
	fields, err := fieldsOf(f, form, recordAnswer{})
	if err != nil {
		return err
	}
	return s.show(c, reader, view{key("record", form.Name, string(id), strings.Join(fields, ",")), func(ctx context.Context) (*cache.Answer, error) {
		r, err := reader.Record(ctx, string(id))
		if err != nil {
			return nil, err
		}
		if form == asCSV {
			t := paragraphTable(r.Paragraphs)
			t.Truncated = r.Truncated
			return tableAnswer(asCSV, rowsPage{Table: t})
		}
		return chosenAnswer(recordAnswer{r, apiPath("records", r.Symbol)}, fields)
	}})
}

// showParagraph answers with a paragraph in the same forms.
func (s *site) showParagraph(c *gin.Context, reader answer.Reader, f form, form negotiate.Form, id graph.ID) error {
	if form != asJSON && form != asCSV {
		return s.showStatements(c, reader, f, form, statementsOfParagraph(id))
	}
	fields, err := fieldsOf(f, form, paragraphAnswer{})
	if err != nil {
		return err
	}
	return s.show(c, reader, view{key("paragraph", form.Name, string(id), strings.Join(fields, ",")), func(ctx context.Context) (*cache.Answer, error) {
		symbol, number, _ := id.Paragraph()
		p, err := reader.Paragraph(ctx, string(graph.RecordID(symbol)), number)
		if err != nil {
			return nil, err
		}
		if form == asCSV {
			return tableAnswer(asCSV, rowsPage{Table: paragraphTable([]answer.Paragraph{*p})})
		}
		return chosenAnswer(paragraphAnswer{p, paragraphAddress(symbol, number)}, fields)
	}})
}

// fieldsOf reads the members to choose, which only JSON has.
func fieldsOf(f form, form negotiate.Form, object any) ([]string, error) {
	if form != asJSON {
		return nil, onlyOfJSON(f)
	}
	return f.chosen(object)
}
