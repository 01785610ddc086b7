package main

import (
	"fmt"
	"io/fs"
	"os"

	"github.com/spf13/cobra"

	"rapporteur/data"
	"rapporteur/internal/pipeline"
)

// knowledgeFlags are the user's own lexicon and rule folders.
type knowledgeFlags struct{ lexicons, rules []string }

func (k *knowledgeFlags) add(cmd *cobra.Command) {
	cmd.Flags().StringArrayVar(&k.lexicons, "lexicon", nil, "folder of lexicon files (*.tsv) to use beside the built-in ones; may be repeated")
	cmd.Flags().StringArrayVar(&k.rules, "rules", nil, "folder of rule files (*.yaml) to use beside the built-in ones; may be repeated")
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
	return pipeline.New(knowledge)
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
