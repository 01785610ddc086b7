// Package sidecar reads the small file that may stand beside a record and say
// what the record itself does not: NAME.meta.yaml beside NAME.docx.
//
//	symbol: CMW/C/SR.464
//	source_url: https://example.org/records/464
//	retrieved: 2024-05-17
//
// What the record says of itself always comes first.
package sidecar

import (
	"bytes"
	"errors"
	"fmt"
	"io"
	"net/url"
	"path"
	"regexp"
	"strings"
	"time"

	"github.com/goccy/go-yaml"

	"rapporteur/internal/reader/limit"
)

// Ending is that of the file's name.
const Ending = ".meta.yaml"

// maxBytes bounds a sidecar.
const maxBytes = 64 << 10

// Meta is what is known of a record from elsewhere; "" for what is not.
type Meta struct {
	Symbol    string `yaml:"symbol"`     // of the record: "CMW/C/SR.464"
	Date      string `yaml:"date"`       // of the meeting, ISO 8601 day
	SourceURL string `yaml:"source_url"` // where the file was found
	Retrieved string `yaml:"retrieved"`  // when, ISO 8601 day
}

// Names returns what the sidecar of a file may be called, the likelier first:
// without the file's ending or with it.
func Names(file string) []string {
	bare := strings.TrimSuffix(file, path.Ext(file))
	return []string{bare + Ending, file + Ending}
}

// symbolRE matches what may be a symbol.
var symbolRE = regexp.MustCompile(`^[A-Z]+(?:/[A-Za-z0-9().-]+)+$`)

// Read reads a sidecar; name is for messages. A key that is not known and a
// value of the wrong form are errors that name file and line.
func Read(name string, r io.Reader) (Meta, error) {
	data, err := limit.ReadAll(r, maxBytes)
	if err != nil {
		return Meta{}, fmt.Errorf("%s: %w", name, err)
	}
	var m Meta
	dec := yaml.NewDecoder(bytes.NewReader(data), yaml.Strict())
	if err := dec.Decode(&m); err != nil && !errors.Is(err, io.EOF) {
		return Meta{}, fmt.Errorf("%s: %w", name, located(err))
	}
	if err := m.check(); err != nil {
		return Meta{}, fmt.Errorf("%s: %w", name, err)
	}
	return m, nil
}

// located words an error of the YAML reader in one line.
func located(err error) error {
	var at yaml.Error
	if errors.As(err, &at) && at.GetToken() != nil {
		return fmt.Errorf("line %d: %s", at.GetToken().Position.Line, at.GetMessage())
	}
	return err
}

func (m Meta) check() error {
	if m.Symbol != "" && !symbolRE.MatchString(m.Symbol) {
		return fmt.Errorf("symbol: %q is not a symbol such as CMW/C/SR.464", m.Symbol)
	}
	for _, day := range []struct{ key, value string }{{"date", m.Date}, {"retrieved", m.Retrieved}} {
		if _, err := time.Parse(time.DateOnly, day.value); day.value != "" && err != nil {
			return fmt.Errorf("%s: %q is not a day such as 2024-05-17", day.key, day.value)
		}
	}
	if m.SourceURL != "" {
		if u, err := url.Parse(m.SourceURL); err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" {
			return fmt.Errorf("source_url: %q is not a web address", m.SourceURL)
		}
	}
	return nil
}
