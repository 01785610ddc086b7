// Package settings gives the flags of a command line the values that a file and
// the environment have for them.
//
//	file, err := settings.Read("rapporteur.yaml", data, root)
//	origins, err := settings.Sources{File: file, Lookup: os.LookupEnv}.Apply(cmd)
//
// What is nearest counts: a flag that is given on the command line, then its
// variable, then the file's section for the command, then the file's setting for
// all commands, then the default.
package settings

import (
	"errors"
	"fmt"
	"strings"

	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// ConfigFlag names the flag that says which file is read. It is no setting itself.
const ConfigFlag = "config"

// Default is the origin of a value that nothing sets.
const Default = "default"

// Origins say where the value of each flag of a command comes from: Default,
// "command line", "environment RAPPORTEUR_STORE" or "rapporteur.yaml:3".
type Origins map[string]string

// Sources are where values come from beside the command line.
type Sources struct {
	File   *File                       // nil for none
	Lookup func(string) (string, bool) // of the environment; nil for none
}

// Apply sets the flags of cmd that the command line does not. A variable that is
// empty counts as not set; a list in a variable is parted by commas. The error
// names the place of a value that its flag does not take.
func (s Sources) Apply(cmd *cobra.Command) (Origins, error) {
	origins := Origins{}
	for _, f := range Flags(cmd) {
		if f.Changed {
			origins[f.Name] = "command line"
			continue
		}
		values, origin := s.find(cmd, f)
		origins[f.Name] = origin
		if err := set(cmd.Flags(), f, values); err != nil {
			return nil, fmt.Errorf("%s: %s: %w", origin, f.Name, err)
		}
	}
	return origins, nil
}

// find returns what is said of a flag, and where.
func (s Sources) find(cmd *cobra.Command, f *pflag.Flag) (values []string, origin string) {
	if s.Lookup != nil {
		if text, _ := s.Lookup(Variable(f.Name)); text != "" {
			return list(f, text), "environment " + Variable(f.Name)
		}
	}
	if s.File != nil {
		for _, section := range []string{Name(cmd), everywhere} {
			if e, ok := s.File.sections[section][f.Name]; ok {
				return e.values, s.File.at(e.line)
			}
		}
	}
	return nil, Default
}

// list parts the text of a variable where its flag takes several values.
func list(f *pflag.Flag, text string) []string {
	if _, several := f.Value.(pflag.SliceValue); several {
		return strings.Split(text, ",")
	}
	return []string{text}
}

// set gives a flag its values; of none it keeps its default.
func set(flags *pflag.FlagSet, f *pflag.Flag, values []string) error {
	if _, several := f.Value.(pflag.SliceValue); !several && len(values) > 1 {
		return errors.New("takes one value, not a list")
	}
	for _, v := range values {
		err := flags.Set(f.Name, v)
		var wrong *pflag.InvalidValueError
		if errors.As(err, &wrong) {
			return fmt.Errorf("%q is not %s", v, kindOf(f))
		}
		if err != nil {
			return err
		}
	}
	return nil
}

// kindOf says what a flag takes.
func kindOf(f *pflag.Flag) string {
	switch kind := f.Value.Type(); kind {
	case "int", "int64", "uint":
		return "a whole number"
	case "float64":
		return "a number"
	case "bool":
		return "true or false"
	case "duration":
		return "a duration such as 90s or 5m"
	default:
		return "a " + kind
	}
}

// Variable is the environment variable of a flag.
func Variable(flag string) string {
	return VariablePrefix + strings.ToUpper(strings.ReplaceAll(flag, "-", "_"))
}

// VariablePrefix begins the names of all variables.
const VariablePrefix = "RAPPORTEUR_"

// Flags are the flags of a command that can be set elsewhere, by name.
func Flags(cmd *cobra.Command) []*pflag.Flag {
	var flags []*pflag.Flag
	cmd.LocalFlags().VisitAll(func(f *pflag.Flag) {
		if f.Name != ConfigFlag && f.Name != "help" && f.Name != "version" {
			flags = append(flags, f)
		}
	})
	return flags
}

// Commands are the commands below root that have flags which can be set
// elsewhere, by name.
func Commands(root *cobra.Command) []*cobra.Command {
	var found []*cobra.Command
	for _, cmd := range root.Commands() {
		if cmd.Name() == "completion" || cmd.Name() == "help" {
			continue
		}
		if len(Flags(cmd)) > 0 {
			found = append(found, cmd)
		}
		found = append(found, Commands(cmd)...)
	}
	return found
}

// Name is the name of a command without that of the program: "serve".
func Name(cmd *cobra.Command) string {
	_, name, _ := strings.Cut(cmd.CommandPath(), " ")
	return name
}
