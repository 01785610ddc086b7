package main

import (
	"bytes"
	"context"
	"io"
	"path/filepath"
	"strings"
	"testing"

	sdk "github.com/modelcontextprotocol/go-sdk/mcp"
)

// TestMCP holds a conversation on the command's standard input and output, as
// programs do, and checks that it leaves the store as it was.
func TestMCP(t *testing.T) {
	ctx := context.Background()
	db := filepath.Join(t.TempDir(), "db")
	export := func() string {
		var out bytes.Buffer
		if status := run(ctx, []string{"export", "--store", db}, nil, &out, io.Discard); status != statusOK {
			t.Fatalf("export: status %d", status)
		}
		return out.String()
	}
	if status := run(ctx, []string{"ingest", "--store", db, "../../data/records"}, nil, io.Discard, io.Discard); status != statusOK {
		t.Fatalf("ingest: status %d", status)
	}
	before := export()

	toServer, fromClient := io.Pipe()
	toClient, fromServer := io.Pipe()
	ended := make(chan int)
	var complaints bytes.Buffer
	go func() { ended <- run(ctx, []string{"mcp", "--store", db}, toServer, fromServer, &complaints) }()
	client := sdk.NewClient(&sdk.Implementation{Name: "test", Version: "1"}, nil)
	session, err := client.Connect(ctx, &sdk.IOTransport{Reader: toClient, Writer: fromClient}, nil)
	if err != nil {
		t.Fatal(err)
	}
	result, err := session.CallTool(ctx, &sdk.CallToolParams{Name: "get_paragraph", Arguments: map[string]any{"symbol": "CMW/C/SR.464", "number": 13}})
	if err != nil || result.IsError {
		t.Fatalf("get_paragraph: %v, %v", result, err)
	}
	if text := result.Content[0].(*sdk.TextContent).Text; !strings.Contains(text, `"cite_as":"CMW/C/SR.464, para. 13"`) {
		t.Errorf("the paragraph is not cited: %s", text)
	}
	if err := session.Close(); err != nil {
		t.Error(err)
	}
	if status := <-ended; status != statusOK || complaints.Len() > 0 {
		t.Errorf("mcp ended with status %d, %s", status, &complaints)
	}
	if export() != before {
		t.Error("the store has changed")
	}
}
