package line

import (
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/text/unicode/norm"
)

// marked writes a line with «» around its emphasis.
func marked(l Line) string {
	var b strings.Builder
	at := 0
	for _, s := range l.Emphasis {
		b.WriteString(l.Text[at:s.Start] + "«" + s.Of(l.Text) + "»")
		at = s.End
	}
	return b.String() + l.Text[at:]
}

func TestBuilder(t *testing.T) {
	for _, tt := range []struct {
		runs []string // with "*" in front where emphasised
		want string
	}{
		{[]string{"  a ", " b", "c "}, "a bc"},
		{[]string{"*Ms.", "*\u00a0Doe", " said"}, "«Ms. Doe» said"},
		{[]string{"*The ", "*Chair ", "said"}, "«The Chair» said"},
		{[]string{"a", "* ", "b"}, "a b"},
		{[]string{"line\nend", "\r\n", "next"}, "line end next"},
		{[]string{"co\u00ad", "operation"}, "cooperation"},
		{[]string{"*U", "\u0308nver"}, "Ünver"},
		{[]string{"", " "}, ""},
	} {
		var b Builder
		for _, run := range tt.runs {
			text, emphasis := strings.CutPrefix(run, "*")
			b.Add(text, emphasis)
		}
		if got := marked(b.Line()); got != tt.want {
			t.Errorf("%q: got %q, want %q", tt.runs, got, tt.want)
		}
		if !b.Empty() {
			t.Errorf("%q: the builder is not empty", tt.runs)
		}
	}
}

func TestJoin(t *testing.T) {
	for _, tt := range [][3]string{
		{"the non-", "governmental organizations", "the non-governmental organizations"},
		{"the dele-", "gation", "the delegation"},
		{"the years 2019-", "2020", "the years 2019- 2020"},
		{"the Greco-", "Roman wars", "the Greco- Roman wars"},
		{"a", "b", "a b"}, {"", "b", "b"}, {"a", "", "a"},
	} {
		if got := Join(tt[0], tt[1]); got != tt[2] {
			t.Errorf("%q and %q: got %q, want %q", tt[0], tt[1], got, tt[2])
		}
	}
}

func TestAppendKeepsEmphasis(t *testing.T) {
	build := func(text string, emphasis bool) Line {
		var b Builder
		b.Add(text, emphasis)
		return b.Line()
	}
	for _, tt := range []struct {
		a, b Line
		want string
	}{
		{build("Summary record of the", true), build("9th meeting", true), "«Summary record of the 9th meeting»"},
		{build("the dele-", true), build("gation", false), "«the dele»gation"},
		{build("the", false), build("Covenant", true), "the «Covenant»"},
	} {
		if got := marked(Append(tt.a, tt.b)); got != tt.want {
			t.Errorf("got %q, want %q", got, tt.want)
		}
	}
}

func TestLabels(t *testing.T) {
	for _, text := range []string{"1.", "12.", " (a) ", "iv)", "(xviii)", "•", "b."} {
		if !IsLabel(text) {
			t.Errorf("%q is a label", text)
		}
	}
	for _, text := range []string{"", "12", "2018.", "Mr.", "(see)", "a", "(a) text"} {
		if IsLabel(text) {
			t.Errorf("%q is no label", text)
		}
	}
}

func TestCounting(t *testing.T) {
	for _, tt := range []struct {
		how  Counting
		want []string // of 1, 4, 27, 0 and 9999
	}{
		{Decimal, []string{"1", "4", "27", "0", "9999"}},
		{LowerLetter, []string{"a", "d", "aa", "0", "9999"}},
		{UpperLetter, []string{"A", "D", "AA", "0", "9999"}},
		{LowerRoman, []string{"i", "iv", "xxvii", "0", "9999"}},
		{UpperRoman, []string{"I", "IV", "XXVII", "0", "9999"}},
	} {
		var got []string
		for _, n := range []int{1, 4, 27, 0, 9999} {
			got = append(got, tt.how.Format(n))
		}
		if diff := cmp.Diff(tt.want, got); diff != "" {
			t.Error(diff)
		}
	}
}

func TestRaise(t *testing.T) {
	for in, want := range map[string]string{"12": "¹²", "th": "th", "*": "*", "1, 2": "¹²", "2nd": "2nd"} {
		if got := Raise(in); got != want {
			t.Errorf("%q: got %q, want %q", in, got, want)
		}
	}
}

// FuzzBuilder checks that any runs give a clean line whose emphasis lies in it.
func FuzzBuilder(f *testing.F) {
	f.Add("a ", " b", "e\u0301")
	f.Add("\u3000", "\xff", "\u00ad")
	f.Fuzz(func(t *testing.T, one, two, three string) {
		var b Builder
		b.Add(one, true)
		b.Add(two, false)
		b.Add(three, true)
		l := b.Line()
		if l.Text != strings.TrimSpace(l.Text) || strings.Contains(l.Text, "  ") || !norm.NFC.IsNormalString(l.Text) {
			t.Fatalf("not clean: %q", l.Text)
		}
		at := 0
		for _, s := range l.Emphasis {
			if s.Start < at || s.Empty() || s.End > len(l.Text) {
				t.Fatalf("emphasis %v of %q", s, l.Text)
			}
			at = s.End
		}
	})
}
