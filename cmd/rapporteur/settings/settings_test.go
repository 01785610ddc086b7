package settings_test

import (
	"bytes"
	"errors"
	"flag"
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/spf13/cobra"
	"golang.org/x/tools/txtar"

	"rapporteur/cmd/rapporteur/settings"
)

var update = flag.Bool("update", false, "rewrite the expected parts of testdata/*.txtar")

// tree is a command line with all kinds of flags.
func tree() *cobra.Command {
	root := &cobra.Command{Use: "program"}
	root.PersistentFlags().String("config", "", "")
	sail := &cobra.Command{Use: "sail", Run: func(*cobra.Command, []string) {}}
	sail.Flags().String("port", "home", "")
	sail.Flags().Int("crew", 3, "")
	sail.Flags().Bool("night", false, "")
	sail.Flags().Duration("watch", 4*time.Hour, "")
	sail.Flags().StringArray("chart", []string{"a"}, "")
	sail.Flags().String("harbour-token", "", "")
	dock := &cobra.Command{Use: "dock", Run: func(*cobra.Command, []string) {}}
	dock.Flags().String("port", "home", "")
	dock.Flags().String("chart", "", "")
	none := &cobra.Command{Use: "none", Run: func(*cobra.Command, []string) {}}
	deep := &cobra.Command{Use: "deep", Run: func(*cobra.Command, []string) {}}
	deep.Flags().Int("crew", 1, "")
	none.AddCommand(deep)
	root.AddCommand(sail, dock, none)
	return root
}

// effective is what a command line comes to with a file and variables.
func effective(data string, env map[string]string, args []string) (string, error) {
	root := tree()
	file, err := settings.Read("x.yaml", []byte(data), root)
	if err != nil {
		return "", err
	}
	cmd, rest, err := root.Find(args)
	if err != nil {
		return "", err
	}
	if err := cmd.ParseFlags(rest); err != nil {
		return "", err
	}
	lookup := func(name string) (string, bool) { v, ok := env[name]; return v, ok }
	origins, err := settings.Sources{File: file, Lookup: lookup}.Apply(cmd)
	if err != nil {
		return "", err
	}
	var b bytes.Buffer
	err = settings.Write(&b, cmd, origins)
	return b.String(), err
}

// TestSettings reads testdata/*.txtar: a file x.yaml, variables in env, a command
// line in args, and in want what they come to.
func TestSettings(t *testing.T) {
	files, err := filepath.Glob("testdata/*.txtar")
	if err != nil || len(files) == 0 {
		t.Fatalf("no testdata: %v", err)
	}
	for _, path := range files {
		t.Run(strings.TrimSuffix(filepath.Base(path), ".txtar"), func(t *testing.T) {
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatal(err)
			}
			part := map[string]string{}
			for _, f := range archive.Files {
				part[f.Name] = string(f.Data)
			}
			env := map[string]string{}
			for l := range strings.Lines(part["env"]) {
				name, value, _ := strings.Cut(strings.TrimSpace(l), "=")
				env[name] = value
			}
			got, err := effective(part["x.yaml"], env, strings.Fields(part["args"]))
			if err != nil {
				got = fmt.Sprintf("error: %v\n", err)
			}
			if *update {
				archive.Files[len(archive.Files)-1] = txtar.File{Name: "want", Data: []byte(got)}
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
				return
			}
			if diff := cmp.Diff(part["want"], got); diff != "" {
				t.Errorf("(-want +got):\n%s", diff)
			}
		})
	}
}

// FuzzRead reads what is no file of settings: it may be refused, with the file's
// name, but nothing else may happen; and what it comes to reads as the same again.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{"", "port: x", "sail:\n  crew: 5\n", "- a", "a: &b\n c: *b", "sail: {chart: [a, \"b: c\"]}", "? x\n: y", "port: !!x y", "%", "sail:\n\tcrew: 1",
		"sail: {port: \"#\\n\\u2028'\\\"\"}", "sail: {port: '0x1'}"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, data string) {
		first, err := effective(data, nil, []string{"sail"})
		if err != nil {
			if !strings.HasPrefix(err.Error(), "x.yaml") {
				t.Errorf("error %q does not name the file", err)
			}
			return
		}
		again, err := effective(first, nil, []string{"sail"})
		if err != nil {
			t.Fatalf("%v in\n%s", err, first)
		}
		if diff := cmp.Diff(values(first), values(again)); diff != "" {
			t.Errorf("%q read again (-first +again):\n%s", data, diff)
		}
	})
}

// values are lines without the origins behind them.
func values(text string) (out []string) {
	for l := range strings.Lines(text) {
		if i := strings.LastIndex(l, " # "); i >= 0 {
			l = l[:i]
		}
		out = append(out, l)
	}
	return out
}

func TestWriteFails(t *testing.T) {
	sail, _, err := tree().Find([]string{"sail"})
	if err != nil {
		t.Fatal(err)
	}
	if err := settings.Write(full{}, sail, nil); err == nil {
		t.Error("no error")
	}
}

type full struct{}

func (full) Write([]byte) (int, error) { return 0, errors.New("full") }
