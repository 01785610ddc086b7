package mcp

import (
	"context"
	"errors"
	"fmt"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"rapporteur/internal/answer"
	"rapporteur/schema"
)

type paragraphQuestion struct {
	Symbol string `json:"symbol" jsonschema:"symbol of the summary record, such as CMW/C/SR.464"`
	Number int    `json:"number" jsonschema:"printed number of the paragraph"`
}

type paragraphAnswer struct {
	Gap
	Paragraph *answer.Paragraph `json:"paragraph" jsonschema:"null where the record has none of that number"`
}

func (d desk) addParagraph(server *sdk.Server) {
	add(server, "get_paragraph", "A paragraph",
		"The words of one numbered paragraph of a summary record, who speaks in it and for whom, what it names, the agreements and articles that it cites, and its topics.",
		d.paragraph)
}

func (d desk) paragraph(ctx context.Context, q paragraphQuestion) (paragraphAnswer, error) {
	reader, err := d.reader(ctx)
	if err != nil {
		return paragraphAnswer{}, err
	}
	id, err := reader.Names.Resolve(q.Symbol, schema.ClassSummaryRecord)
	if gap, ok := gapOf(err); ok {
		return paragraphAnswer{Gap: gap}, nil
	}
	p, err := reader.Paragraph(ctx, id, q.Number)
	if errors.Is(err, answer.ErrNotFound) {
		return paragraphAnswer{Gap: Gap{Note: fmt.Sprintf("%s has no paragraph %d.", reader.Names.Label(id), q.Number)}}, nil
	}
	return paragraphAnswer{Paragraph: p}, err
}
