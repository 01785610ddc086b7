package main

import (
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/cmd/rapporteur/settings"
	"rapporteur/queries"
)

// choices completes a flag that takes one of a few words.
func choices(cmd *cobra.Command, flag string, words ...string) {
	must(cmd.RegisterFlagCompletionFunc(flag, cobra.FixedCompletions(words, cobra.ShellCompDirectiveNoFileComp)))
}

// must ends the program where a command names a flag that it does not have.
func must(err error) {
	if err != nil {
		panic(err)
	}
}

// completeAsk completes the name of a named query, its parameters, and the values
// of those that have a few. Other values are in a store, which completion does not
// open.
func completeAsk(cmd *cobra.Command, args []string, word string) ([]string, cobra.ShellCompDirective) {
	dir, _ := cmd.Flags().GetString("queries") // "" where there is no such flag
	set, _, err := loadQueries(dir)
	if err != nil {
		return nil, cobra.ShellCompDirectiveError
	}
	if len(args) == 0 {
		return queryNames(set), cobra.ShellCompDirectiveNoFileComp
	}
	q, err := set.Get(args[0])
	if err != nil {
		return nil, cobra.ShellCompDirectiveNoFileComp
	}
	if key, _, ok := strings.Cut(word, "="); ok {
		return valuesOf(q, key), cobra.ShellCompDirectiveNoFileComp
	}
	return parametersLeft(q, args[1:]), cobra.ShellCompDirectiveNoFileComp | cobra.ShellCompDirectiveNoSpace
}

func queryNames(set *queries.Set) []string {
	var names []string
	for _, q := range set.All() {
		names = append(names, cobra.CompletionWithDesc(q.Name, q.Title))
	}
	return names
}

// parametersLeft are the parameters that no word gives yet: "country=".
func parametersLeft(q *queries.Query, given []string) []string {
	var left []string
	for _, p := range q.Parameters {
		key := p.Name + "="
		taken := false
		for _, w := range given {
			taken = taken || strings.HasPrefix(w, key)
		}
		if !taken {
			left = append(left, cobra.CompletionWithDesc(key, p.Help))
		}
	}
	return left
}

// valuesOf are the words that a parameter chooses from.
func valuesOf(q *queries.Query, parameter string) []string {
	var values []string
	for _, p := range q.Parameters {
		if p.Name != parameter {
			continue
		}
		for _, c := range p.Choices {
			values = append(values, parameter+"="+c.Word)
		}
	}
	return values
}

// completeConfigured completes the name of a command that has settings.
func completeConfigured(cmd *cobra.Command, args []string, _ string) ([]string, cobra.ShellCompDirective) {
	var names []string
	for _, c := range settings.Commands(cmd.Root()) {
		names = append(names, settings.Name(c))
	}
	if len(args) > 0 {
		names = nil
	}
	return names, cobra.ShellCompDirectiveNoFileComp
}
