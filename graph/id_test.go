package graph_test

import (
	"strings"
	"testing"

	"rapporteur/graph"
)

func TestSlug(t *testing.T) {
	for name, want := range map[string]string{
		"The Ministry of Health":   "ministry-of-health",
		"Migration Code":           "migration-code",
		"Corzo Sosa":               "corzo-sosa",
		"Ünver":                    "unver",
		"Łukasz Ørsted-Straße":     "lukasz-orsted-strasse",
		"Côte d’Ivoire":            "cote-d-ivoire",
		"İpek Işık":                "ipek-isik",
		"  2030 Agenda (adopted) ": "2030-agenda-adopted",
		"Theatre":                  "theatre",
		"The":                      "the",
		"«»":                       "",
		"Ñandú":                    "nandu",
	} {
		if got := graph.Slug(name); got != want {
			t.Errorf("Slug(%q) = %q; want %q", name, got, want)
		}
	}
}

func FuzzSlug(f *testing.F) {
	f.Add("The Ministry of Health")
	f.Add("İ-ﬀ 『x』 \xff")
	f.Fuzz(func(t *testing.T, name string) {
		slug := graph.Slug(name)
		if again := graph.Slug(slug); again != slug && !strings.HasPrefix(slug, "the-") {
			t.Errorf("Slug(%q) = %q, then %q", name, slug, again)
		}
		if slug == "" {
			return
		}
		s := graph.Statement{Subject: graph.NewID("topic", slug), Predicate: "rdfs:label", Object: graph.Text(slug), Label: graph.Lexicon}
		if _, err := graph.Quads([]graph.Statement{s}); err != nil {
			t.Errorf("Slug(%q): %v", name, err)
		}
	})
}

func TestIDs(t *testing.T) {
	for _, c := range []struct{ got, want graph.ID }{
		{graph.RecordID("CMW/C/SR.464"), "record:CMW/C/SR.464"},
		{graph.RecordID("CRC/C/SR.9 (Chamber B)"), "record:CRC/C/SR.9%20(Chamber%20B)"},
		{graph.ParagraphID("CMW/C/SR.464", 13), "para:CMW/C/SR.464#13"},
		{graph.MentionID("CMW/C/SR.464", 13, 812, 819, 1), "mention:CMW/C/SR.464#13.812-819"},
		{graph.MentionID("CMW/C/SR.464", 13, 812, 819, 2), "mention:CMW/C/SR.464#13.812-819.2"},
		{graph.MeetingID("CMW", 0, 464), "meeting:CMW/464"},
		{graph.MeetingID("A/C.3", 76, 12), "meeting:A/C.3/76/12"},
		{graph.ScopedID("person", "CMW", graph.Slug("Corzo Sosa")), "person:CMW/corzo-sosa"},
		{graph.ScopedID("policy", "", graph.Slug("2030 Agenda")), "policy:2030-agenda"},
		{graph.SymbolID("A/RES/48/134"), "symbol:A/RES/48/134"},
		{graph.ProvisionID("agreement:icrmw", "art. 14 (3) (d)"), "agreement:icrmw#art.14(3)(d)"},
	} {
		if c.got != c.want {
			t.Errorf("got %s; want %s", c.got, c.want)
		}
	}
}

func TestCite(t *testing.T) {
	for id, want := range map[graph.ID]string{
		"para:CMW/C/SR.464#13":              "CMW/C/SR.464, para. 13",
		"mention:CMW/C/SR.464#13.812-819":   "CMW/C/SR.464, para. 13",
		"para:CRC/C/SR.9%20(Chamber%20B)#2": "CRC/C/SR.9 (Chamber B), para. 2",
		"record:CMW/C/SR.464":               "CMW/C/SR.464",
		"law:AZE/migration-code#art.75":     "AZE/migration-code#art.75",
		"para:CMW/C/SR.464#x":               "CMW/C/SR.464#x",
		"institution:AZE/100%":              "AZE/100%",
	} {
		if got := id.Cite(); got != want {
			t.Errorf("%s.Cite() = %q; want %q", id, got, want)
		}
	}
}

// What goes into an id comes out of it.
func FuzzParagraphID(f *testing.F) {
	f.Add("CMW/C/SR.464", uint(13))
	f.Add("100% \u00a0 # of <it>", uint(0))
	f.Fuzz(func(t *testing.T, symbol string, number uint) {
		id := graph.ParagraphID(symbol, int(number>>1))
		got, n, ok := id.Paragraph()
		if !ok || n != int(number>>1) || got != string([]rune(symbol)) {
			t.Errorf("%s.Paragraph() = %q, %d, %v", id, got, n, ok)
		}
		if symbol == "" {
			return
		}
		s := graph.Statement{Subject: id, Predicate: "rdfs:label", Object: graph.Integer(n), Label: id}
		if _, err := graph.Quads([]graph.Statement{s}); err != nil {
			t.Error(err)
		}
	})
}
