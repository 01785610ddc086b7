package mcp_test

import (
	"bytes"
	"context"
	"encoding/json"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
	"golang.org/x/tools/txtar"

	"rapporteur/graph/store/storetest"
	"rapporteur/internal/mcp"
	"rapporteur/internal/names"
	"rapporteur/internal/search"
	"rapporteur/queries"
	"rapporteur/schema"
)

var update = flag.Bool("update", false, "rewrite the expected answers in testdata/*.txtar")

// connect returns a client of a server on the invented graph of the queries' tests.
func connect(t testing.TB) *sdk.ClientSession {
	t.Helper()
	s := storetest.Open(t, "../../queries/testdata/lighthouse.nq")
	sch := must(schema.Load())(t)
	book := names.NewBook(s, sch)
	t.Cleanup(book.Close)
	index := search.Open(s, book, sch, search.Options{})
	t.Cleanup(func() { index.Close() })
	server := must(mcp.New(mcp.Parts{
		Search: index, Store: s, Queries: must(queries.Load(sch, queries.Builtin()))(t), Names: book, Schema: sch, Version: "test",
	}))(t)
	here, there := sdk.NewInMemoryTransports()
	must(server.Connect(context.Background(), there, nil))(t)
	client := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil)
	session := must(client.Connect(context.Background(), here, nil))(t)
	t.Cleanup(func() { session.Close() })
	return session
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// TestTools makes the calls in testdata/*.txtar. Each is a file of the archive,
// {"name": tool, "arguments": {…}}; the file after it, named "-> NAME", is the
// answer: its structured content, or the text of an error.
func TestTools(t *testing.T) {
	session := connect(t)
	files := must(filepath.Glob("testdata/*.txtar"))(t)
	if len(files) == 0 {
		t.Fatal("no testdata/*.txtar")
	}
	called := map[string]bool{}
	for _, file := range files {
		archive := must(txtar.ParseFile(file))(t)
		for i := 0; i < len(archive.Files); i += 2 {
			call := archive.Files[i]
			if strings.HasPrefix(call.Name, "->") {
				t.Fatalf("%s: %s is not a call", file, call.Name)
			}
			if i+1 == len(archive.Files) || archive.Files[i+1].Name != "-> "+call.Name {
				answer := []txtar.File{{Name: "-> " + call.Name}}
				archive.Files = append(archive.Files[:i+1], append(answer, archive.Files[i+1:]...)...)
			}
			var params sdk.CallToolParams
			if err := json.Unmarshal(call.Data, &params); err != nil {
				t.Fatalf("%s: %s: %v", file, call.Name, err)
			}
			called[params.Name] = true
			got := callTool(t, session, &params)
			if *update {
				archive.Files[i+1].Data = got
			} else if diff := cmp.Diff(string(archive.Files[i+1].Data), string(got)); diff != "" {
				t.Errorf("%s: %s (-want +got):\n%s", file, call.Name, diff)
			}
		}
		if *update {
			if err := os.WriteFile(file, txtar.Format(archive), 0o644); err != nil {
				t.Fatal(err)
			}
		}
	}
	for tool, err := range session.Tools(context.Background(), nil) {
		if err != nil {
			t.Fatal(err)
		}
		if !called[tool.Name] {
			t.Errorf("no call of %s in testdata", tool.Name)
		}
		if tool.Annotations == nil || !tool.Annotations.ReadOnlyHint || tool.OutputSchema == nil || tool.Description == "" {
			t.Errorf("%s: it shall be for reading only and say what it takes and gives", tool.Name)
		}
	}
}

func callTool(t *testing.T, session *sdk.ClientSession, params *sdk.CallToolParams) []byte {
	t.Helper()
	result, err := session.CallTool(context.Background(), params)
	if err != nil {
		return []byte("protocol error: " + err.Error() + "\n")
	}
	text := result.Content[0].(*sdk.TextContent).Text
	if result.IsError {
		return []byte("error: " + text + "\n")
	}
	var b bytes.Buffer
	enc := json.NewEncoder(&b)
	enc.SetEscapeHTML(false)
	enc.SetIndent("", " ")
	if err := enc.Encode(result.StructuredContent); err != nil {
		t.Fatal(err)
	}
	var fromText any
	if err := json.Unmarshal([]byte(text), &fromText); err != nil || !cmp.Equal(fromText, result.StructuredContent) {
		t.Errorf("%s: the text of the answer is not its structured content", params.Name)
	}
	return b.Bytes()
}
