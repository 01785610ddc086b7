// Package mcp lets programs that work with language models ask the graph, by the
// Model Context Protocol (https://modelcontextprotocol.io): tools that read and
// never write.
//
// Every answer says where it stands: symbols of records and numbers of
// paragraphs, with the words to cite them by. What the records do not say gets
// an answer without rows and a note, never a guess; so does a name that they do not
// know, with names that are like it, and a name that could mean several things.
package mcp

import (
	"context"
	"errors"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"

	"rapporteur/internal/answer"
	"rapporteur/internal/names"
	"rapporteur/queries"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// A Store answers Gizmo programs within its own limits.
type Store interface {
	Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error)
}

// Parts are what a server answers from.
type Parts struct {
	Store   Store
	Queries *queries.Set
	Names   *names.Book // of the names in Store
	Schema  *schema.Schema
	Search  Searcher // of Store; nil leaves the tool search out
	Version string   // of the program, as the server tells its clients
}

// instructions tell a client's model how to use the tools.
const instructions = `Rapporteur knows what summary records of United Nations meetings say: who spoke, for whom, about what, citing which agreement, in which numbered paragraph.
Answers hold only what the records loaded here say. No rows means that they do not say it: tell your user so and add nothing.
Quote with "cite_as" (for instance "CMW/C/SR.464, para. 13"); get_paragraph gives the words. A State's claim (speaks_for) and a question of the committee are different facts.
Names may be ids (country:AZE), names, acronyms or ISO codes. Where a name is unknown or means several things, "candidates" lists ids to choose from; ask your user rather than choose for them.`

// New returns a server with all tools.
func New(parts Parts) (*sdk.Server, error) {
	if parts.Store == nil || parts.Queries == nil || parts.Names == nil || parts.Schema == nil {
		return nil, errors.New("mcp: store, queries, names and schema are needed")
	}
	server := sdk.NewServer(
		&sdk.Implementation{Name: "rapporteur", Title: "Rapporteur", Version: parts.Version},
		&sdk.ServerOptions{Instructions: instructions, Capabilities: &sdk.ServerCapabilities{}},
	)
	d := desk{parts}
	d.addSearch(server)
	d.addParagraph(server)
	d.addEntity(server)
	d.addPath(server)
	d.addQuestions(server)
	return server, nil
}

// A desk answers the calls of tools.
type desk struct{ Parts }

// reader reads from the graph with the names at hand.
func (d desk) reader(ctx context.Context) (answer.Reader, error) {
	index, err := d.Names.Latest(ctx)
	if err != nil {
		return answer.Reader{}, err
	}
	return answer.Reader{Store: d.Store, Names: index, Schema: d.Schema}, nil
}

// add adds a tool that reads the graph and nothing else.
func add[In, Out any](server *sdk.Server, name, title, description string, answer func(context.Context, In) (Out, error)) {
	closed := false
	tool := &sdk.Tool{
		Name: name, Title: title, Description: description,
		Annotations: &sdk.ToolAnnotations{ReadOnlyHint: true, IdempotentHint: true, OpenWorldHint: &closed},
	}
	sdk.AddTool(server, tool, func(ctx context.Context, _ *sdk.CallToolRequest, in In) (*sdk.CallToolResult, Out, error) {
		out, err := answer(ctx, in)
		return nil, out, plain(err)
	})
}
