package main

import (
	"context"
	"fmt"
	"io"
	"os"

	"github.com/schollz/progressbar/v3"
	"github.com/spf13/cobra"
	"golang.org/x/term"

	"rapporteur/graph/store"
	"rapporteur/internal/archive"
	"rapporteur/internal/collect"
	"rapporteur/internal/curation"
	"rapporteur/internal/pipeline"
)

func ingestCommand() *cobra.Command {
	var knowledge knowledgeFlags
	cmd := &cobra.Command{
		Use:   "ingest PATH…",
		Short: "Read records, from files and folders, into the store",
		Long: `Read records into the store. A record that is there is replaced; one whose file
did not change is skipped; after a bad file the others are still read. Corrections
that matched nothing are listed at the end. Corrections made over HTTP stand in the
store's folder and hold too; so do the files that were read, in its folder sources.

` + statusHelp,
		Example: "  rapporteur ingest data/records",
		Args:    atLeast(1, "at least one file or folder"),
	}
	address := storeFlag(cmd)
	knowledge.add(cmd)
	cmd.RunE = func(cmd *cobra.Command, args []string) error {
		p, err := knowledge.pipeline()
		if err != nil {
			return err
		}
		return withStore(cmd.Context(), *address, store.Options{}, func(s *store.Store) error {
			p, err := knowledge.ofStore(p, s)
			if err != nil {
				return err
			}
			_, err = ingest(cmd.Context(), p, s, args, cmd.ErrOrStderr())
			return err
		})
	}
	return cmd
}

// ingest reads the paths into the store and reports on w: a progress bar on a
// terminal, a line for each file otherwise, and a summary. It returns how many
// files became what.
func ingest(ctx context.Context, p *pipeline.Pipeline, s *store.Store, paths []string, w io.Writer) (map[pipeline.Outcome]int, error) {
	files := collect.Sources(paths, archive.Limits{})
	r := newReporter(w, len(files))
	err := p.Ingest(ctx, files, recordStore{s, libraryOf(s)}, r.done)
	r.finish()
	if err != nil {
		return r.count, err
	}
	if r.count[pipeline.Replaced] > 0 {
		if err := curation.Sweep(ctx, s, libraryOf(s)); err != nil {
			return r.count, err
		}
	}
	reportUnmatched(w, p)
	if bad := r.count[pipeline.Failed]; bad > 0 {
		return r.count, fmt.Errorf("%w: %d of %d", errSomeBad, bad, len(files))
	}
	return r.count, nil
}

// A reporter tells how an ingest goes.
type reporter struct {
	w     io.Writer
	bar   *progressbar.ProgressBar // nil where w is no terminal
	count map[pipeline.Outcome]int
	later []pipeline.Result // told of at the end, behind a bar
	total pipeline.Result   // sums
}

func newReporter(w io.Writer, files int) *reporter {
	r := &reporter{w: w, count: make(map[pipeline.Outcome]int)}
	if f, ok := w.(*os.File); ok && term.IsTerminal(int(f.Fd())) {
		r.bar = progressbar.NewOptions(files, progressbar.OptionSetWriter(w), progressbar.OptionSetDescription("reading"),
			progressbar.OptionShowCount(), progressbar.OptionClearOnFinish())
	}
	return r
}

func (r *reporter) done(x pipeline.Result) {
	r.count[x.Outcome]++
	r.total.Paragraphs += x.Paragraphs
	r.total.Spoken += x.Spoken
	r.total.Mentions += x.Mentions
	r.total.Unresolved += x.Unresolved
	r.total.Residue += x.Residue
	r.total.Refused = append(r.total.Refused, x.Refused...)
	if r.bar == nil {
		r.line(x)
		return
	}
	_ = r.bar.Add(1) // a bar that cannot be drawn must not stop the work
	if x.Err != nil || x.Note != "" {
		r.later = append(r.later, x)
	}
}

// line reports one file.
func (r *reporter) line(x pipeline.Result) {
	if x.Err != nil {
		fmt.Fprintf(r.w, "%s: failed: %v\n", x.Path, x.Err)
		return
	}
	fmt.Fprintf(r.w, "%s: %s %s: %d paragraphs, %d mentions\n", x.Path, x.Outcome, x.Symbol, x.Paragraphs, x.Mentions)
	if x.Note != "" {
		fmt.Fprintf(r.w, "%s: note: %s\n", x.Path, x.Note)
	}
}

// finish reports what a bar left out, and the sums.
func (r *reporter) finish() {
	if r.bar != nil {
		_ = r.bar.Finish()
	}
	for _, x := range r.later {
		r.line(x)
	}
	for _, err := range r.total.Refused {
		fmt.Fprintln(r.w, "refused:", err)
	}
	duplicates := ""
	if n := r.count[pipeline.Duplicate]; n > 0 {
		duplicates = fmt.Sprintf("%d duplicate, ", n)
	}
	fmt.Fprintf(r.w, "%d added, %d replaced, %d unchanged, %s%d failed; %d paragraphs, %d with a speaker, %d mentions, %d claims not resolved, %d facts refused, %d lines not understood\n",
		r.count[pipeline.Added], r.count[pipeline.Replaced], r.count[pipeline.Unchanged], duplicates, r.count[pipeline.Failed],
		r.total.Paragraphs, r.total.Spoken, r.total.Mentions, r.total.Unresolved, len(r.total.Refused), r.total.Residue)
}
