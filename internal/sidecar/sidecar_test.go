package sidecar

import (
	"errors"
	"strings"
	"testing"

	"rapporteur/internal/reader/limit"
)

func TestRead(t *testing.T) {
	got, err := Read("x.meta.yaml", strings.NewReader("symbol: CMW/C/SR.464\ndate: 2021-10-04\nsource_url: https://example.org/a?b=c\nretrieved: 2024-05-17 # by hand\n"))
	want := Meta{Symbol: "CMW/C/SR.464", Date: "2021-10-04", SourceURL: "https://example.org/a?b=c", Retrieved: "2024-05-17"}
	if err != nil || got != want {
		t.Errorf("got %+v, %v", got, err)
	}
	if got, err := Read("x.meta.yaml", strings.NewReader("# nothing known\n")); err != nil || got != (Meta{}) {
		t.Errorf("an empty one: %+v, %v", got, err)
	}
}

func TestRefuses(t *testing.T) {
	for in, want := range map[string]string{
		"symbol: CMW/C/SR.464\nsymbl: x\n":       `line 2: unknown field "symbl"`,
		"symbol: the 464th meeting\n":            "is not a symbol",
		"date: 4 October 2021\n":                 "date:",
		"retrieved: 2024-13-01\n":                "retrieved:",
		"source_url: file:///etc/passwd\n":       "is not a web address",
		"symbol: [a, b]\n":                       "line 1",
		"- a list\n":                             "line 1",
		"symbol: CAT/C/SR.1\nsymbol: CAT/C/SR.2": "line 2",
	} {
		_, err := Read("x.meta.yaml", strings.NewReader(in))
		if err == nil || !strings.HasPrefix(err.Error(), "x.meta.yaml: ") || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: got %v, want %q", in, err, want)
		}
	}
	if _, err := Read("x.meta.yaml", strings.NewReader(strings.Repeat("#", maxBytes+1))); !errors.Is(err, limit.ErrTooLarge) {
		t.Errorf("a large one: %v", err)
	}
}

func TestNames(t *testing.T) {
	if got := strings.Join(Names("dir/G2127421.docx"), " "); got != "dir/G2127421.meta.yaml dir/G2127421.docx.meta.yaml" {
		t.Error(got)
	}
}

func FuzzRead(f *testing.F) {
	f.Add("symbol: CMW/C/SR.464\n")
	f.Add("a: &a [*a]\n<<: *a\n")
	f.Fuzz(func(t *testing.T, in string) {
		m, err := Read("fuzz", strings.NewReader(in))
		if err != nil && m != (Meta{}) {
			t.Fatal("metadata and an error")
		}
	})
}
