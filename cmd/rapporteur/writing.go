package main

import (
	"context"
	"errors"
	"fmt"
	"log/slog"
	"os"
	"path/filepath"
	"strings"
	"time"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/curation"
	"rapporteur/internal/job"
	"rapporteur/internal/library"
	"rapporteur/internal/metrics"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/web"
	"rapporteur/schema"
)

// tokenVariable holds the admin token where no file does.
const tokenVariable = "RAPPORTEUR_ADMIN_TOKEN"

// writingFlags say whether and how much may be written over HTTP.
type writingFlags struct {
	tokenFile string
	upload    int64 // MiB
	files     int
	jobTime   time.Duration
}

func (w *writingFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&w.tokenFile, "admin-token-file", "", "file with the token that lets its owner write over HTTP (or "+tokenVariable+" has it); without one writing is off")
	flags.Int64Var(&w.upload, "max-upload", 256, "largest upload, in MiB")
	flags.IntVar(&w.files, "max-upload-records", 250, "most records in an upload; each takes some 2.6 MB of memory until all are written")
	flags.DurationVar(&w.jobTime, "job-timeout", 30*time.Minute, "longest time that a job may take, such as reading an upload")
}

// token returns the admin token, nil where there is none.
func (w *writingFlags) token() (*web.Token, error) {
	text, from := os.Getenv(tokenVariable), tokenVariable
	if w.tokenFile != "" {
		data, err := os.ReadFile(w.tokenFile)
		if err != nil {
			return nil, usage(fmt.Errorf("--admin-token-file: %w", err))
		}
		text, from = strings.TrimSpace(string(data)), "--admin-token-file "+w.tokenFile
	} else if text == "" {
		return nil, nil
	}
	token, err := web.NewToken(text)
	if err != nil {
		return nil, usage(fmt.Errorf("%s: %w", from, err))
	}
	return token, nil
}

func (w *writingFlags) check() error {
	if w.upload < 1 || w.files < 1 || w.jobTime <= 0 {
		return usage(errors.New("--max-upload, --max-upload-records and --job-timeout: nothing could be written; leave out the token to turn writing off"))
	}
	return nil
}

// desk makes the desk at which the store is written. What is derived from the
// graph follows it by follow.
func (v *serving) desk(ctx context.Context, s *store.Store, sch *schema.Schema, log *slog.Logger, figures *metrics.Metrics, follow func(context.Context) error) (*curation.Desk, error) {
	p, err := v.knowledge.pipeline()
	if err != nil {
		return nil, err
	}
	written, err := v.knowledge.written()
	if err != nil {
		return nil, err
	}
	return curation.New(ctx, curation.Parts{
		Store: s, Library: libraryOf(s), Schema: sch, Pipeline: p, Written: written, Follow: follow,
		Became: func(o pipeline.Outcome) { tell(figures, map[pipeline.Outcome]int{o: 1}) },
	}, curation.Options{
		Now: time.Now, Log: log, Jobs: job.Options{Time: v.writing.jobTime},
		Upload: v.writing.upload << 20, Files: v.writing.files,
	})
}

// libraryOf is the library in a store's folder.
func libraryOf(s *store.Store) *library.Library {
	return library.New(filepath.Join(s.Folder(), library.Folder))
}
