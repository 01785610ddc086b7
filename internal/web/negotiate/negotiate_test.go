package negotiate_test

import (
	"testing"

	"rapporteur/internal/web/negotiate"
)

var offers = []negotiate.Form{
	{Name: "json", Media: "application/json"},
	{Name: "csv", Media: "text/csv"},
	{Name: "text", Media: "text/plain"},
}

func TestChoose(t *testing.T) {
	tests := map[string]string{
		"":                                     "json",
		"*/*":                                  "json",
		"text/csv":                             "csv",
		"TEXT/CSV":                             "csv",
		"text/csv, application/json":           "json",
		"text/csv, application/json;q=0.9":     "csv",
		"text/*":                               "csv",
		"text/*;q=0.5, text/csv;q=0.1":         "text",
		"text/csv;q=0, text/*":                 "text",
		"application/json;q=0, */*;q=0.1":      "csv",
		"application/json;q=0":                 "",
		"application/xml":                      "",
		"image/*, text/html":                   "",
		"text/html, */*;q=0.8":                 "json",
		"nonsense":                             "json",
		"nonsense, text/plain":                 "text",
		"text/csv;q=2, text/plain":             "text",
		"text/csv;q=-1, text/plain;q=0.1":      "text",
		"text/csv;q=NaN":                       "json",
		`text/plain;x="a,b";q=0.2, text/csv`:   "csv",
		`text/plain;x="a\",text/csv,";q=1.000`: "text",
		",,text/csv,,":                         "csv",
		"text/csv;header=present":              "csv",
	}
	for accept, want := range tests {
		got, ok := negotiate.Choose(accept, offers)
		if got.Name != want || ok != (want != "") {
			t.Errorf("Accept: %s: %q, %v; want %q", accept, got.Name, ok, want)
		}
	}
}

func TestNamed(t *testing.T) {
	if f, ok := negotiate.Named("csv", offers); !ok || f.Media != "text/csv" {
		t.Errorf("csv is %v, %v", f, ok)
	}
	if f, ok := negotiate.Named("xml", offers); ok {
		t.Errorf("xml is %v", f)
	}
}

// FuzzChoose checks that whatever is chosen is on offer, and that a wish for
// anything is always granted.
func FuzzChoose(f *testing.F) {
	for _, accept := range []string{"", "text/csv;q=0.5,*/*", `a/b;c="`, "\x00/\xff", ";;;,,,"} {
		f.Add(accept)
	}
	f.Fuzz(func(t *testing.T, accept string) {
		got, ok := negotiate.Choose(accept, offers)
		if _, offered := negotiate.Named(got.Name, offers); ok != offered {
			t.Errorf("%q: %v, %v", accept, got, ok)
		}
		if first, ok := negotiate.Choose(accept, nil); ok {
			t.Errorf("%q: %v of nothing", accept, first)
		}
	})
}

func TestCoding(t *testing.T) {
	for header, want := range map[string]bool{
		"": false, "gzip": true, "GZIP": true, "br, gzip;q=0.5": true, "gzip;q=0": false, "gzip;q=0.000, *": false,
		"*": true, "*;q=0": false, "br": false, "gzipped": false, "deflate,gzip": true, "gzip; q=x": false,
	} {
		if got := negotiate.Coding(header, "gzip"); got != want {
			t.Errorf("Accept-Encoding: %s: %v", header, got)
		}
	}
}
