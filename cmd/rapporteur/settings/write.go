package settings

import (
	"fmt"
	"io"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/spf13/cobra"
	"github.com/spf13/pflag"
)

// Write writes the section of a command as it stands, as a file has it, each
// setting with its origin. What is secret is not told.
func Write(w io.Writer, cmd *cobra.Command, origins Origins) error {
	var b strings.Builder
	fmt.Fprintf(&b, "%s:\n", Name(cmd))
	for _, f := range Flags(cmd) {
		if secret(f.Name) {
			fmt.Fprintf(&b, "  # %s is not shown # %s\n", f.Name, origins[f.Name])
			continue
		}
		text, err := textOf(f)
		if err != nil {
			return fmt.Errorf("writing %s: %w", f.Name, err)
		}
		fmt.Fprintf(&b, "  %s: %s # %s\n", f.Name, text, origins[f.Name])
	}
	_, err := io.WriteString(w, b.String())
	return err
}

// secret reports whether the value of a flag is one.
func secret(flag string) bool {
	for _, end := range []string{"token", "password", "secret"} {
		if strings.HasSuffix(flag, end) {
			return true
		}
	}
	return false
}

// textOf is the value of a flag in YAML, on one line.
func textOf(f *pflag.Flag) (string, error) {
	var value any
	switch v := f.Value.(type) {
	case pflag.SliceValue:
		value = append([]string{}, v.GetSlice()...) // [] and not null where it is empty
	default:
		if f.Value.Type() != "string" {
			return v.String(), nil
		}
		value = v.String()
	}
	text, err := yaml.MarshalWithOptions(value, yaml.Flow(true), yaml.JSON())
	return strings.TrimSpace(string(text)), err
}
