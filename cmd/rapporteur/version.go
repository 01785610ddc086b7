package main

import (
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/spf13/cobra"
)

// A build says which program this is. What its binary does not say is "".
type build struct {
	Version  string `json:"version"` // "(devel)" outside a release
	Commit   string `json:"commit,omitempty"`
	Date     string `json:"date,omitempty"`     // of the commit, RFC 3339
	Modified bool   `json:"modified,omitempty"` // there were changes beside the commit
	Go       string `json:"go"`
	Platform string `json:"platform"`
}

// thisBuild is what the binary says of itself.
func thisBuild() build {
	info, ok := debug.ReadBuildInfo()
	if !ok {
		info = new(debug.BuildInfo)
	}
	return buildOf(info)
}

func buildOf(info *debug.BuildInfo) build {
	b := build{Version: cmp.Or(info.Main.Version, "(devel)"), Go: cmp.Or(info.GoVersion, runtime.Version()), Platform: runtime.GOOS + "/" + runtime.GOARCH}
	for _, s := range info.Settings {
		switch s.Key {
		case "vcs.revision":
			b.Commit = s.Value
		case "vcs.time":
			b.Date = s.Value
		case "vcs.modified":
			b.Modified = s.Value == "true"
		}
	}
	return b
}

// day is the day of the commit, and whether it is known.
func (b build) day() (time.Time, bool) {
	t, err := time.Parse(time.RFC3339, b.Date)
	return t, err == nil
}

func (b build) print(w io.Writer) error {
	commit := cmp.Or(b.Commit, "not known")
	if b.Modified {
		commit += ", with changes"
	}
	_, err := fmt.Fprintf(w, "rapporteur %s\ncommit:   %s\ndate:     %s\ngo:       %s\nplatform: %s\n", b.Version, commit, cmp.Or(b.Date, "not known"), b.Go, b.Platform)
	return err
}

func versionCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "version",
		Short: "Print which version this is",
		Args:  exactly(0, "no arguments"),
	}
	format := cmd.Flags().String("format", "text", "text or json")
	choices(cmd, "format", "text", "json")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		switch *format {
		case "text":
			return thisBuild().print(cmd.OutOrStdout())
		case "json":
			return json.NewEncoder(cmd.OutOrStdout()).Encode(thisBuild())
		}
		return usage(fmt.Errorf("unknown --format %q; there are text and json", *format))
	}
	return cmd
}
