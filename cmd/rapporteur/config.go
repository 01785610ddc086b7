package main

import (
	"bytes"
	"fmt"
	"os"
	"strings"

	"github.com/spf13/cobra"

	"rapporteur/cmd/rapporteur/settings"
)

// addConfigFlag adds --config to all commands.
func addConfigFlag(root *cobra.Command) {
	root.PersistentFlags().String(settings.ConfigFlag, "", "file of settings (YAML) for flags that are not given; also in "+settings.Variable(settings.ConfigFlag))
	must(root.MarkPersistentFlagFilename(settings.ConfigFlag, "yaml", "yml"))
}

// settle gives the flags of a command that are not given their values from the
// file of settings and the environment.
func settle(cmd *cobra.Command, _ []string) error {
	sources, err := sourcesOfSettings(cmd)
	if err != nil {
		return usage(err)
	}
	if _, err := sources.Apply(cmd); err != nil {
		return usage(err)
	}
	return nil
}

func sourcesOfSettings(cmd *cobra.Command) (settings.Sources, error) {
	sources := settings.Sources{Lookup: os.LookupEnv}
	path, err := cmd.Flags().GetString(settings.ConfigFlag)
	if err != nil {
		return sources, err
	}
	if path == "" {
		path = os.Getenv(settings.Variable(settings.ConfigFlag))
	}
	if path == "" {
		return sources, nil
	}
	data, err := os.ReadFile(path)
	if err != nil {
		return sources, fmt.Errorf("--config: %w", err)
	}
	sources.File, err = settings.Read(path, data, cmd.Root())
	return sources, err
}

func configCommand() *cobra.Command {
	return &cobra.Command{
		Use:   "config [COMMAND]",
		Short: "Print the settings as they stand, and where each comes from",
		Long: `Print the value of every flag of every command, or of one, as a file for --config,
each with where it comes from: the default, the environment, or file and line.
Secrets are not shown. A wrong file, or a wrong variable, is told.

` + statusHelp,
		Example:           "  rapporteur config --config rapporteur.yaml serve",
		ValidArgsFunction: completeConfigured,
		RunE: func(cmd *cobra.Command, args []string) error {
			sources, err := sourcesOfSettings(cmd)
			if err != nil {
				return usage(err)
			}
			chosen, err := configured(cmd.Root(), strings.Join(args, " "))
			if err != nil {
				return usage(err)
			}
			var out bytes.Buffer
			for _, c := range chosen {
				origins, err := sources.Apply(c)
				if err != nil {
					return usage(err)
				}
				if err := settings.Write(&out, c, origins); err != nil {
					return err
				}
			}
			warnOfVariables(cmd)
			_, err = out.WriteTo(cmd.OutOrStdout())
			return err
		},
	}
}

// configured are the commands of a name, or all that have settings.
func configured(root *cobra.Command, name string) ([]*cobra.Command, error) {
	all := settings.Commands(root)
	if name == "" {
		return all, nil
	}
	var names []string
	for _, c := range all {
		if settings.Name(c) == name {
			return []*cobra.Command{c}, nil
		}
		names = append(names, settings.Name(c))
	}
	return nil, fmt.Errorf("%q is no command with settings; there are %s", name, strings.Join(names, ", "))
}

// warnOfVariables tells of variables that look like those of a flag and are none.
func warnOfVariables(cmd *cobra.Command) {
	known := map[string]bool{settings.Variable(settings.ConfigFlag): true}
	var names []string
	for _, c := range settings.Commands(cmd.Root()) {
		for _, f := range settings.Flags(c) {
			if v := settings.Variable(f.Name); !known[v] {
				known[v], names = true, append(names, v)
			}
		}
	}
	for _, pair := range os.Environ() {
		name, _, _ := strings.Cut(pair, "=")
		if !strings.HasPrefix(name, settings.VariablePrefix) || known[name] {
			continue
		}
		if near := settings.Near(name, names); len(near) > 0 {
			fmt.Fprintf(cmd.ErrOrStderr(), "rapporteur: %s is set but names no flag; did you mean %s?\n", name, strings.Join(near, " or "))
		}
	}
}
