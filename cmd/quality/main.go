// Quality compares Rapporteur with programs that find names in any English text
// on the gold, in one run, and writes the tables into docs/quality.md. Run it by
// `make quality` in the folder of the project.
//
// With the argument fit it fits the points of topic phrases to labelled
// paragraphs instead: `make fit`.
//
// Each other program is a folder here. It reads a request, an object with the
// keys rounds and texts, from standard input, finds the names in all texts as
// often as there are rounds, and writes its answer: its name and version, the
// seconds of its quickest round, and what it found in each text (see peer.Span).
package main

import (
	"fmt"
	"io"
	"os"
	"strings"
	"time"

	"rapporteur/internal/score/peer"
	"rapporteur/internal/score/region"
)

const (
	document = "docs/quality.md"
	rounds   = 10
)

// programs are the commands of the other programs, with their folders.
var programs = []program{
	{folder: "cmd/quality/prose", command: []string{"go", "run", "."}},
	{folder: "cmd/quality/compromise", command: []string{"node", "find.js"}},
}

func main() {
	if err := run(os.Args[1:], os.Stdout); err != nil {
		fmt.Fprintln(os.Stderr, "quality:", err)
		os.Exit(1)
	}
}

func run(args []string, out io.Writer) error {
	switch {
	case len(args) == 0:
		return compare(out)
	case len(args) == 1 && args[0] == "fit":
		return fit(out)
	}
	return fmt.Errorf("no argument or fit, not %q", args)
}

// compare asks all programs for the names in the gold.
func compare(out io.Writer) error {
	records, err := readGold()
	if err != nil {
		return err
	}
	answers, err := askAll(records)
	if err != nil {
		return err
	}
	var results []peer.Result
	for _, a := range answers {
		results = append(results, records.judge(a))
	}
	texts := records.texts()
	for _, t := range []struct{ region, text string }{
		{"peers", peer.Quality(results).Markdown()},
		{"speed", peer.Speed(results, len(strings.Join(texts, ""))).Markdown()},
		{"measured", fmt.Sprintf("Measured on %s on %d records with %d paragraphs.\n", time.Now().Format("2 January 2006"), len(records), len(texts))},
	} {
		fmt.Fprintln(out, t.text)
		if err := write(t.region, t.text); err != nil {
			return err
		}
	}
	return nil
}

// write puts a text into a region of the document.
func write(name, text string) error {
	old, err := os.ReadFile(document)
	if err != nil {
		return err
	}
	doc, err := region.Replace(string(old), name, text)
	if err != nil {
		return fmt.Errorf("%s: %w", document, err)
	}
	return os.WriteFile(document, []byte(doc), 0o644)
}
