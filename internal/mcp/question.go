package mcp

import (
	"context"
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"rapporteur/queries"
	"rapporteur/queries/table"
)

// How many rows an answer has, and how many items a cell.
const (
	defaultRows = 50
	mostRows    = 500
	mostItems   = 25
)

// A rows answer is the answer of a named question.
type rowsAnswer struct {
	Gap
	Question  string           `json:"question"`
	Rows      []map[string]any `json:"rows" jsonschema:"paragraphs have cite_as, the words to cite them by"`
	Total     int              `json:"total" jsonschema:"how many rows there are in all"`
	Truncated bool             `json:"truncated" jsonschema:"whether rows or items of a row were left out"`
}

// ask answers a named question. Arguments that are empty count as not given.
func (d desk) ask(ctx context.Context, name string, args map[string]string, limit int) (rowsAnswer, error) {
	q, err := d.Queries.Get(name)
	if err != nil {
		return rowsAnswer{}, err
	}
	if limit == 0 {
		limit = defaultRows
	}
	if limit < 1 || limit > mostRows {
		return rowsAnswer{}, fmt.Errorf("%w: limit is a number from 1 to %d", errArgument, mostRows)
	}
	index, err := d.Names.Latest(ctx)
	if err != nil {
		return rowsAnswer{}, err
	}
	t, err := queries.Run(ctx, d.Store, index, q, args)
	if gap, ok := gapOf(err); ok {
		return rowsAnswer{Gap: gap, Question: q.Title, Rows: []map[string]any{}}, nil
	}
	if err != nil {
		return rowsAnswer{}, err
	}
	return rowsOf(t, limit)
}

func rowsOf(t *table.Table, limit int) (rowsAnswer, error) {
	a := rowsAnswer{Question: t.Title, Rows: []map[string]any{}, Total: len(t.Rows), Truncated: t.Truncated || len(t.Rows) > limit}
	if len(t.Rows) == 0 {
		a.Note = unsaid
	}
	few := *t
	few.Rows = t.Rows[:min(len(t.Rows), limit)]
	whole, err := json.Marshal(&few)
	if err != nil {
		return a, fmt.Errorf("writing the answer: %w", err)
	}
	if err := json.Unmarshal(whole, &struct {
		Rows *[]map[string]any `json:"rows"`
	}{&a.Rows}); err != nil {
		return a, fmt.Errorf("writing the answer: %w", err)
	}
	for _, row := range a.Rows {
		for _, column := range slices.Sorted(maps.Keys(row)) {
			if items, ok := row[column].([]any); ok && len(items) > mostItems {
				row[column], row[column+"_total"] = items[:mostItems], len(items)
				a.Truncated = true
			}
		}
	}
	return a, nil
}

type (
	traceQuestion struct {
		Institution string `json:"institution" jsonschema:"id, name or acronym of an institution or body, such as State Migration Service or IOM"`
		period
	}
	citedQuestion struct {
		Country string `json:"country" jsonschema:"the State: id, name or ISO code, such as Azerbaijan or AZE"`
		By      string `json:"by,omitempty" jsonschema:"delegation (default): only who speaks for the State; anyone: its ombudsman and organizations too"`
		period
	}
	togetherQuestion struct {
		What  string `json:"what" jsonschema:"id, name or acronym of a person, institution, State, agreement, law, policy or document"`
		Type  string `json:"type,omitempty" jsonschema:"only things of this kind: Person, Institution, Body, Country, Agreement, Law, Policy or Document"`
		Limit int    `json:"limit,omitempty" jsonschema:"most rows, from 1 to 500; default 50"`
	}
	namedQuestion struct {
		Query     string            `json:"query" jsonschema:"name of the question"`
		Arguments map[string]string `json:"arguments,omitempty" jsonschema:"its parameters by name"`
		Limit     int               `json:"limit,omitempty" jsonschema:"most rows, from 1 to 500; default 50"`
	}
	// A period bounds the dates of meetings.
	period struct {
		From  string `json:"from,omitempty" jsonschema:"only from this day, month or year on: 2021-10-04, 2021-10 or 2021"`
		To    string `json:"to,omitempty" jsonschema:"only up to this day, month or year"`
		Limit int    `json:"limit,omitempty" jsonschema:"most rows, from 1 to 500; default 50"`
	}
)

func (d desk) addQuestions(server *sdk.Server) {
	add(server, "trace_institution", "Trace of an institution",
		"Where an institution or body turns up, meeting by meeting: who named it or spoke for it, and in which paragraphs.",
		func(ctx context.Context, q traceQuestion) (rowsAnswer, error) {
			return d.ask(ctx, "institution-trace", map[string]string{"institution": q.Institution, "from": q.From, "to": q.To}, q.Limit)
		})
	add(server, "agreements_cited", "Agreements cited by a State",
		"The international agreements that a State referred to, with who said so, when and in which paragraphs.",
		func(ctx context.Context, q citedQuestion) (rowsAnswer, error) {
			return d.ask(ctx, "agreements-cited", map[string]string{"country": q.Country, "by": q.By, "from": q.From, "to": q.To}, q.Limit)
		})
	add(server, "co_mentions", "Named together",
		"What is named in the same paragraphs as something else, most often first.",
		func(ctx context.Context, q togetherQuestion) (rowsAnswer, error) {
			return d.ask(ctx, "co-mentioned", map[string]string{"what": q.What, "type": q.Type}, q.Limit)
		})
	add(server, "run_query", "A named question", "Ask one of the named questions:\n"+d.catalogue(),
		func(ctx context.Context, q namedQuestion) (rowsAnswer, error) {
			return d.ask(ctx, q.Query, q.Arguments, q.Limit)
		})
}

// catalogue lists the questions with their parameters, a line each.
func (d desk) catalogue() string {
	var b strings.Builder
	for _, q := range d.Queries.All() {
		fmt.Fprintf(&b, "- %s(", q.Name)
		for i, p := range q.Parameters {
			if i > 0 {
				b.WriteString(", ")
			}
			b.WriteString(p.Name)
			if p.Optional || p.Default != "" {
				b.WriteString("?")
			}
		}
		fmt.Fprintf(&b, "): %s\n", q.Title)
	}
	return b.String()
}
