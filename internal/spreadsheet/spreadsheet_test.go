package spreadsheet_test

import (
	"testing"

	"rapporteur/internal/spreadsheet"
)

func TestText(t *testing.T) {
	for text, want := range map[string]string{
		"":               "",
		"Utopia":         "Utopia",
		"country:UTO":    "country:UTO",
		"a=1":            "a=1",
		"=1+1":           "'=1+1",
		"+1":             "'+1",
		"-1":             "'-1",
		"@SUM(A1)":       "'@SUM(A1)",
		"\t=1":           "'\t=1",
		"\r\n=1":         "'\r\n=1",
		"'=1":            "'=1",
		"\u00a0=HYPER()": "\u00a0=HYPER()",
	} {
		if got := spreadsheet.Text(text); got != want {
			t.Errorf("%q is %q, want %q", text, got, want)
		}
	}
}
