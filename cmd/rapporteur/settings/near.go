package settings

import (
	"fmt"
	"maps"
	"slices"
	"strings"

	"github.com/spf13/cobra"
)

// commands are the names of the flags of each command.
type commands map[string][]string

func commandsOf(root *cobra.Command) commands {
	known := commands{}
	for _, cmd := range Commands(root) {
		for _, f := range Flags(cmd) {
			known[Name(cmd)] = append(known[Name(cmd)], f.Name)
		}
	}
	return known
}

func (c commands) names() []string { return slices.Sorted(maps.Keys(c)) }

// all are the names of the flags of all commands.
func (c commands) all() []string {
	return slices.Compact(slices.Sorted(func(yield func(string) bool) {
		for _, flags := range c {
			for _, f := range flags {
				if !yield(f) {
					return
				}
			}
		}
	}))
}

// unknown says that there is nothing of a name, and what may have been meant.
func unknown(what, name string, known []string) error {
	if near := Near(name, known); len(near) > 0 {
		return fmt.Errorf("there is no %s %q; did you mean %s?", what, name, strings.Join(near, " or "))
	}
	return fmt.Errorf("there is no %s %q", what, name)
}

// Near returns the known names that a wrong one may stand for, by the measure by
// which cobra proposes commands.
func Near(wrong string, known []string) []string {
	measure := &cobra.Command{SuggestionsMinimumDistance: 2}
	for _, name := range known {
		measure.AddCommand(&cobra.Command{Use: name, Run: func(*cobra.Command, []string) {}})
	}
	if wrong == "" { // which begins every name
		return nil
	}
	return measure.SuggestionsFor(wrong)
}
