package main

import (
	"fmt"
	"io"
	"io/fs"
	"os"
	"os/exec"

	"github.com/spf13/cobra"

	"rapporteur/data"
	"rapporteur/graph/store"
	"rapporteur/internal/correction"
	"rapporteur/internal/curation"
	"rapporteur/internal/pipeline"
)

// knowledgeFlags are the user's own lexicon and rule folders and corrections.
type knowledgeFlags struct{ lexicons, rules, corrections []string }

func (k *knowledgeFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&k.lexicons, "lexicon", nil, "folder of lexicon files (*.tsv) to use beside the built-in ones; may be repeated")
	cmd.Flags().StringArrayVar(&k.rules, "rules", nil, "folder of rule files (*.yaml) to use beside the built-in ones; may be repeated")
	cmd.Flags().StringArrayVar(&k.corrections, "corrections", nil, "file of corrections (YAML) to apply to what is found; may be repeated")
	must(cmd.MarkFlagDirname("lexicon"))
	must(cmd.MarkFlagDirname("rules"))
	must(cmd.MarkFlagFilename("corrections", "yaml", "yml"))
}

// pipeline loads the built-in knowledge and the user's.
func (k *knowledgeFlags) pipeline() (*pipeline.Pipeline, error) {
	knowledge := pipeline.Knowledge{Lexicons: []fs.FS{data.Lexicon()}, Rules: []fs.FS{data.Rules()}}
	for _, dir := range k.lexicons {
		f, err := folder("--lexicon", dir)
		if err != nil {
			return nil, err
		}
		knowledge.Lexicons = append(knowledge.Lexicons, f)
	}
	for _, dir := range k.rules {
		f, err := folder("--rules", dir)
		if err != nil {
			return nil, err
		}
		knowledge.Rules = append(knowledge.Rules, f)
	}
	var err error
	if knowledge.Corrections, err = k.written(); err != nil {
		return nil, err
	}
	p, err := pipeline.New(knowledge)
	if err != nil {
		return nil, err
	}
	if program, err := exec.LookPath("pdftotext"); err == nil { // it helps where it is
		p.Reader.PDFToText = program
	}
	return p, nil
}

// written are the corrections that the user wrote.
func (k *knowledgeFlags) written() ([]correction.File, error) {
	var files []correction.File
	for _, path := range k.corrections {
		text, err := os.ReadFile(path)
		if err != nil {
			return nil, usage(fmt.Errorf("--corrections: %w", err))
		}
		files = append(files, correction.File{Name: path, Data: text})
	}
	return files, nil
}

// ofStore is the pipeline with the corrections made over HTTP as well, which hold
// for whatever is read into the store.
func (k *knowledgeFlags) ofStore(p *pipeline.Pipeline, s *store.Store) (*pipeline.Pipeline, error) {
	own, err := curation.Own(s.Folder())
	if err != nil || len(own) == 0 {
		return p, err
	}
	written, err := k.written()
	if err != nil {
		return nil, err
	}
	return p.With(append(written, own...)...)
}

// reportUnmatched says which corrections matched nothing in the records read:
// their entity may be found no more, or be called otherwise.
func reportUnmatched(w io.Writer, p *pipeline.Pipeline) {
	entries := p.Unmatched()
	if len(entries) == 0 {
		return
	}
	noun := "corrections"
	if len(entries) == 1 {
		noun = "correction"
	}
	fmt.Fprintf(w, "%d %s matched nothing in these records:\n", len(entries), noun)
	for _, e := range entries {
		fmt.Fprintf(w, "%s: %s %s\n", e.Place(), e.Action, e.ID)
	}
}

func folder(flag, dir string) (fs.FS, error) {
	info, err := os.Stat(dir)
	if err != nil {
		return nil, usage(fmt.Errorf("%s: %w", flag, err))
	}
	if !info.IsDir() {
		return nil, usage(fmt.Errorf("%s: %s is not a folder", flag, dir))
	}
	return os.DirFS(dir), nil
}
