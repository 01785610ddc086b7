package parse

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rapporteur/internal/reader"
	"rapporteur/internal/record"
)

func TestSymbolOfFileName(t *testing.T) {
	for name, want := range map[string]string{
		"CMW_C_SR.464-EN.pdf":           "CMW/C/SR.464",
		"CMW_C_SR-464":                  "CMW/C/SR.464",
		"CMW C SR.464.txt":              "CMW/C/SR.464",
		"dir/cmw_c_sr.464-en.md":        "CMW/C/SR.464",
		"E_C.12_2017_SR.27-EN.txt":      "E/C.12/2017/SR.27",
		"E_C-12_2017_SR-27.txt":         "E/C.12/2017/SR.27",
		"A_C.3_76_SR.12-EN.docx":        "A/C.3/76/SR.12",
		"E_CN.4_S-5_SR.3.txt":           "E/CN.4/S-5/SR.3",
		"A_HRC_S-9_SR-1.pdf":            "A/HRC/S-9/SR.1",
		"CCPR_C_SR.1955_Add.1-EN.txt":   "CCPR/C/SR.1955/Add.1",
		"CRPD_C_6_SR.10.txt":            "CRPD/C/6/SR.10",
		"CAT_C_SR.9_Add.2_Rev.1-EN.txt": "CAT/C/SR.9/Add.2/Rev.1",
		"CMW_C_SR.464_Corr.1-EN.pdf":    "CMW/C/SR.464/Corr.1",
		"CMW%2FC%2FSR.464%2FCorr.1.doc": "CMW/C/SR.464/Corr.1",
		"view?symbolno=CAT%2fC%2fSR.9":  "CAT/C/SR.9",
		"E_CN.4_Sub.2_2005_SR.3.pdf":    "E/CN.4/Sub.2/2005/SR.3",
		"E_CN.6_2003_SR.1-EN.pdf":       "E/CN.6/2003/SR.1",
		"A_CONF.183_C.1_SR.4.pdf":       "A/CONF.183/C.1/SR.4",
		"G2127421.docx":                 "",
		"minutes_SR.12.txt":             "",
		"record.txt":                    "",
		"003_4caf79f028c77ac4.txt":      "",
	} {
		if got := symbolOf(name); got != want {
			t.Errorf("%s: got %q, want %q", name, got, want)
		}
	}
}

func TestBodyOf(t *testing.T) {
	for symbol, want := range map[string]string{
		"CMW/C/SR.464": "CMW", "E/C.12/2017/SR.27": "CESCR", "CAT/OP/SR.1": "SPT", "CAT/C/SR.1": "CAT", "A/C.3/76/SR.12": "A/C.3",
		"A/HRC/1/SR.2": "HRC", "A/64/SR.1": "GA", "E/2004/SR.10": "ECOSOC", "S/SR.1": "SC", "XYZ/SR.1": "",
		"E/CN.4/2005/SR.9": "CHR", "E/CN.4/Sub.2/2005/SR.3": "E/CN.4/Sub.2", "E/CN.6/2003/SR.1": "E/CN.6", "A/CN.4/SR.2500": "ILC", "A/BUR/62/SR.1": "A/BUR",
		"A/CONF.183/C.1/SR.4": "A/CONF.183/C.1", "PBC/4/OC/SR.1": "PBC", "A/AC.109/SR.2": "A/AC.109",
	} {
		if got := bodyOf(symbol); got != want {
			t.Errorf("%s: got %q, want %q", symbol, got, want)
		}
	}
}

func TestOrdinals(t *testing.T) {
	for text, want := range map[string]int{
		"Thirty-third": 33, "Ninety-nin th": 99, "Fiftyfifth": 55, "106th": 106, "Sixt y- third": 63, "One hundred and sixth": 106, "Twelfth": 12,
		"Seventieth": 70, "One hundred and twenty-first": 121, "One hundredth": 100, "48TH": 48, "First": 1, "Families Thirty-third": 33, "none": 0,
	} {
		if got, _ := ordinalAt(key(text)); got != want {
			t.Errorf("%s: got %d, want %d", text, got, want)
		}
	}
}

func TestTimesAndDays(t *testing.T) {
	for text, want := range map[string][]string{
		"at 10.10 a.m.": {"10:10"}, "at 3 p.m.": {"15:00"}, "at noon": {"12:00"}, "at midnight": {"00:00"}, "at 12 . 20 p.m.": {"12:20"}, "at 12.05 a.m.": {"00:05"},
		"at 4.30 p.m. and resumed at 4.55 p.m.": {"16:30", "16:55"}, "at 15:05": {"15:05"}, "at 10": nil,
		"from 11.30 to 11.50 a.m.": {"11:30", "11:50"}, "from 3 to 3.10 p.m.": {"15:00", "15:10"},
	} {
		if diff := cmp.Diff(want, times(text)); diff != "" {
			t.Errorf("%s: %s", text, diff)
		}
	}
	for text, want := range map[string]string{
		"Monday, 4 October 2021": "2021-10-04", "General12 October 2021": "2021-10-12", "September 2017": "", "31 May 1999, at 10 a.m.": "1999-05-31", "2020 45 May 12": "",
	} {
		if got, _ := findDay(key(text)); got.iso != want {
			t.Errorf("%s: got %q, want %q", text, got.iso, want)
		}
	}
}

func TestFoldsCapitals(t *testing.T) {
	for printed, want := range map[string]string{
		"McDOUGALL": "McDougall", "de GOUTTES": "de Gouttes", "WANG Xuexian": "Wang Xuexian", "O'FLAHERTY": "O'Flaherty", "BONOAN-DANDAN": "Bonoan-Dandan",
		"MCDOUGALL": "McDougall", "KaNG": "Kang", "Ünver": "Ünver", "KÄLIN": "Kälin", "J.R. DOE": "J.R. Doe", "D’ALMEIDA": "D’Almeida", "Corzo Sosa": "Corzo Sosa",
		"Šimonovi ć": "Šimonović", "al-TARAWNEH": "al-Tarawneh", "MacBride": "MacBride",
	} {
		if got := foldName(printed); got != want {
			t.Errorf("%s: got %q, want %q", printed, got, want)
		}
	}
}

func TestOpenings(t *testing.T) {
	for _, tt := range []struct {
		text string
		kind voice
		who  string // what NameSpan quotes
	}{
		{"Mr. Doe said yes.", speaking, "Mr. Doe"},
		{"Mr. Doe, noting the delay, which was long, wondered why.", speaking, "Mr. Doe"},
		{"Ms. dos Santos Reis also asked why.", speaking, "Ms. dos Santos Reis"},
		{"The Chair asked why.", speaking, "The Chair"},
		{"The representative of the United Kingdom of Great Britain and Northern Ireland said no.", speaking, "The representative of the United Kingdom of Great Britain and Northern Ireland"},
		{"After consultations, the CHAIRMAN announced the result.", speaking, "the CHAIRMAN"},
		{"Replying to questions, Ms. Roe (Norway) said no.", speaking, "Ms. Roe"},
		{"Mr. Doe (Norway) replying to a question, said no.", speaking, "Mr. Doe"},
		{"Mr. Doe having left the country, the case had been closed.", silent, ""},
		{"Mr. Doe (Norway) , noting the delay, said no.", speaking, "Mr. Doe"},
		{"Ms . Roe said no.", speaking, "Ms . Roe"},
		{"Ms. Roe: Who pays?", speaking, "Ms. Roe"},
		{"Ms. Roe had no objection.", speaking, "Ms. Roe"},
		{"Ms. Roe was arrested in 2004.", silent, ""},
		{"The Chair took it that the Committee agreed.", speaking, "The Chair"},
		{"A member of the delegation said no.", speaking, "A member of the delegation"},
		{"Mr. Doe had said yes.", silent, ""},
		{"Mr. Doe's question was in order.", silent, ""},
		{"The Chair of the board said no.", silent, ""},
		{"The President signed the law.", silent, ""},
		{"In his opening statement, Mr. Doe had referred to it.", silent, ""},
		{"He wished to know why.", silent, ""},
		{"The law had been adopted.", silent, ""},
		{"The law was adopted in 2004.", silent, ""},
		{"It was adopted by parliament in 2004.", silent, ""},
		{"Mr. Doe was elected Chair by acclamation.", procedural, ""},
		{"Ms. A, Mr. B and the Chair took part.", silent, ""},
		{"Ms. Alder, Mr. Birch and Ms. Cedar were elected Vice-Chairs.", procedural, ""},
		{"At the invitation of the Chair, the delegation of Norway took places at the Committee table.", procedural, ""},
		{"It was so decided.", procedural, ""},
		{"The agenda, as amended, was adopted.", procedural, ""},
		{"Draft resolution A/C.3/64/L.1 was adopted by 100 votes to 2.", procedural, ""},
		{"The members of the Committee observed a minute of silence.", procedural, ""},
	} {
		o := openingOf(tt.text, false)
		if got := o.speaker.NameSpan.Of(tt.text); o.kind != tt.kind || got != tt.who {
			t.Errorf("%q: got %d %q, want %d %q", tt.text, o.kind, got, tt.kind, tt.who)
		}
	}
}

// TestStances tells turns by which a position is taken from those that may also
// tell of somebody's life, and from those that do nothing else.
func TestStances(t *testing.T) {
	for want, texts := range map[act][]string{
		speech: {"had no objection.", "had a number of further questions.", "had serious doubts about it.", "was unable to endorse it.", "was surprised to hear it.",
			"would like to know why.", "took it that they agreed.", "did not wish to comment.", "was concerned that it was so."},
		leaning: {"had several children.", "had no lawyer.", "was unable to leave.", "was surprised to find the police there.", "would like to return home.",
			"did not wish to go home.", "could not support his family.", "was prepared to go.", "also took up arms.", "returned to his country."},
		nothing: {"had been released.", "was arrested.", "disappeared in 2004.", "fled to Norway.", "was a carpenter.", "could not sleep."},
	} {
		for _, text := range texts {
			if got := actAt(text, false); got != want {
				t.Errorf("%q: got %d, want %d", text, got, want)
			}
		}
	}
}

func TestSymbolsInLists(t *testing.T) {
	for list, want := range map[string][]string{
		"CMW/C/AZE/3; CMW/C/AZE/QPR/3":                         {"CMW/C/AZE/3", "CMW/C/AZE/QPR/3"},
		"CMW/C/MEX/Q/1 and Add.1":                              {"CMW/C/MEX/Q/1", "CMW/C/MEX/Q/1/Add.1"},
		"CERD/C/45/CRP.1 and Add.1 to 3 and Add.5":             {"CERD/C/45/CRP.1", "CERD/C/45/CRP.1/Add.1", "CERD/C/45/CRP.1/Add.2", "CERD/C/45/CRP.1/Add.3", "CERD/C/45/CRP.1/Add.5"},
		"A/C.3/64/L.22 and L.24":                               {"A/C.3/64/L.22", "A/C.3/64/L.24"},
		"A/C.4/48/L.20, L.21-L.23 and L.24/Rev.1":              {"A/C.4/48/L.20", "A/C.4/48/L.21", "A/C.4/48/L.22", "A/C.4/48/L.23", "A/C.4/48/L.24/Rev.1"},
		"A/64/115, 174 and 323-324; A/C.6/60/2 and 3":          {"A/64/115", "A/64/174", "A/64/323", "A/64/324", "A/C.6/60/2", "A/C.6/60/3"},
		"E/CN.4/1996/3, 7 and Corr.1 and 12":                   {"E/CN.4/1996/3", "E/CN.4/1996/7", "E/CN.4/1996/7/Corr.1", "E/CN.4/1996/12"},
		"A/64/182–E/2009/110; future CERD/C/304/Add.7":         {"A/64/182-E/2009/110", "CERD/C/304/Add.7"},
		"CRC/C/28/Add.2; CRC/C/Q/SYR.1 (list of issues); none": {"CRC/C/28/Add.2", "CRC/C/Q/SYR.1"},
		"CED AW/C/UKR/CO/7 ":                                   {"CEDAW/C/UKR/CO/7"},
		"continued":                                            nil,
		"agenda item 4":                                        nil,
	} {
		if diff := cmp.Diff(want, symbolsIn(list)); diff != "" {
			t.Errorf("%s: %s", list, diff)
		}
	}
}

// TestDayBefore completes days without year from the day of distribution.
func TestDayBefore(t *testing.T) {
	for _, tt := range []struct{ text, distributed, want string }{
		{"on Wednesday, 19 March at 3 p.m.", "1997-03-25", "1997-03-19"},
		{"on Friday, 13 December at 10 a.m.", "1997-01-25", "1996-12-13"},
		{"on Thursday, 19 March at 3 p.m.", "1997-03-25", ""}, // no such Thursday in years
		{"on Wednesday, 19 March at 3 p.m.", "", ""},
		{"on 19 March", "1997-03-25", ""},
	} {
		if got := dayBefore(key(tt.text), tt.distributed); got != tt.want {
			t.Errorf("%s, %s: got %q, want %q", tt.text, tt.distributed, got, tt.want)
		}
	}
}

// TestMetadataSymbol uses the caller's symbol where nothing else has one.
func TestMetadataSymbol(t *testing.T) {
	doc, err := reader.Read("x.txt", strings.NewReader("The meeting was called to order at 10 a.m.\n1. Mr. Doe said yes.\n"), reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	r, err := Parse(doc, Options{Symbol: "CED/C/SR.12"})
	if err != nil {
		t.Fatal(err)
	}
	if h := r.Header; h.Symbol != "CED/C/SR.12" || h.SymbolFrom != record.FromMetadata || h.Body != "CED" || h.Meeting != 12 {
		t.Errorf("got %+v", h)
	}
}

func TestSplitAddition(t *testing.T) {
	for symbol, want := range map[string][2]string{
		"CMW/C/SR.464/Corr.1":       {"CMW/C/SR.464", "Corr"},
		"CAT/C/SR.9/Add.2/Rev.1":    {"CAT/C/SR.9/Add.2", "Rev"},
		"CCPR/C/SR.1955/Add.1":      {"CCPR/C/SR.1955", "Add"},
		"CMW/C/SR.464":              {},
		"CRC/C/SR.1 (Chamber B)/Up": {},
	} {
		if original, kind := SplitAddition(symbol); [2]string{original, kind} != want {
			t.Errorf("%s: got %q %q, want %q", symbol, original, kind, want)
		}
	}
}

func TestCorrections(t *testing.T) {
	r := &record.Record{
		Header:   record.Header{Symbol: "CMW/C/SR.464/Corr.1"},
		Sections: []record.Section{{Title: "Paragraph 12, second sentence"}, {Title: "Page 1"}},
		Paragraphs: []record.Paragraph{
			{Section: 0, Text: "For one read two"}, {Section: 1, Text: "Delete the name"}, {Section: -1, Text: "Para. 7: for three read four"},
		},
	}
	want := []Correction{{Paragraph: 0, Corrected: 12}, {Paragraph: 2, Corrected: 7}}
	if got := Corrections(r); !slices.Equal(got, want) {
		t.Errorf("got %v, want %v", got, want)
	}
	r.Header.Symbol = "CMW/C/SR.464"
	if got := Corrections(r); got != nil {
		t.Errorf("a record that is no corrigendum corrects %v", got)
	}
}

func TestNotRecord(t *testing.T) {
	doc, err := reader.Read("x.txt", strings.NewReader("A letter.\nYours truly\n"), reader.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if _, err := Parse(doc, Options{}); !errors.Is(err, ErrNotRecord) || !strings.Contains(err.Error(), "x.txt") {
		t.Errorf("got %v", err)
	}
}
