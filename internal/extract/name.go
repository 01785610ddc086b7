package extract

import (
	"rapporteur/internal/lexicon"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

// names claims what the lexicon knows.
func (p *paragraph) names() {
	for _, h := range p.hits.list {
		if p.surname(h) || p.caseName(h) {
			continue
		}
		c := Claim{Class: h.Entry.Class, How: How(h.How), ID: h.Entry.ID, Kind: h.Entry.Kind}
		for _, e := range h.Also {
			c.Also = append(c.Also, e.ID)
		}
		first := p.extendLeft(h)
		p.add(first, h.End, c)
	}
}

// surname reports whether a country's name is a person's: "Mr. Jordan".
func (p *paragraph) surname(h lexicon.Hit) bool {
	if h.Entry.Class != schema.ClassCountry {
		return false
	}
	i := h.First - 1
	for i > 0 && (p.text.Is(i, ".") || p.text.Words[i].Capital() && !isHonorific(p.text.Words[i].Fold)) && h.First-i < 4 {
		i--
	}
	return i >= 0 && isHonorific(p.text.Words[i].Fold)
}

// caseName reports whether a country is a party in the name of a case: "Doe v. Norway".
func (p *paragraph) caseName(h lexicon.Hit) bool {
	i := h.First - 1
	if p.text.Is(i, "the") {
		i--
	}
	return p.text.Is(i, "v", "versus") || p.text.Is(i, ".") && p.text.Is(i-1, "v")
}

// extendLeft takes "United Nations" before the name of one of its organs, and an
// organization before the name of a convention of its.
func (p *paragraph) extendLeft(h lexicon.Hit) int {
	if h.Entry.Class == schema.ClassAgreement {
		if owner, ok := p.hits.ending(h.First, schema.ClassInstitution); ok {
			return owner.First // "ILO Domestic Workers Convention"
		}
	}
	if h.Entry.Class == schema.ClassInstitution && h.First >= 2 && p.text.Is(h.First-2, "united") && p.text.Is(h.First-1, "nations") {
		return h.First - 2
	}
	return h.First
}

// withoutLanguages drops names of countries that stand for languages or peoples: "Azerbaijani
// language", "in Azerbaijani, English and Russian".
func withoutLanguages(t *words.Text, hits []lexicon.Hit) []lexicon.Hit {
	out := hits[:0]
	for _, h := range hits {
		if h.How == lexicon.ByDemonym && isLanguage(t, h) {
			continue
		}
		out = append(out, h)
	}
	return out
}

// languages are words for languages that a list of them is told by.
var languages = map[string]bool{
	"english": true, "french": true, "spanish": true, "arabic": true, "chinese": true, "russian": true, "german": true, "portuguese": true, "italian": true,
	"turkish": true, "hindi": true, "swahili": true, "kiswahili": true, "romani": true, "braille": true, "catalan": true, "basque": true, "galician": true, "creole": true,
	"quechua": true, "aymara": true, "guarani": true, "nahuatl": true, "tamil": true, "urdu": true, "bengali": true, "farsi": true, "persian": true, "dari": true, "pashto": true,
	"kurdish": true, "hebrew": true, "latin": true, "welsh": true, "irish": true, "gaelic": true, "maori": true, "sami": true, "dutch": true, "flemish": true, "greek": true,
	"polish": true, "ukrainian": true, "romanian": true, "hungarian": true, "albanian": true, "serbian": true, "croatian": true, "azerbaijani": true, "armenian": true,
	"georgian": true, "uzbek": true, "kazakh": true, "tajik": true, "kyrgyz": true, "turkmen": true, "vietnamese": true, "thai": true, "japanese": true, "korean": true,
	"czech": true, "slovak": true, "slovene": true, "slovenian": true, "bulgarian": true, "macedonian": true, "bosnian": true, "latvian": true, "lithuanian": true, "estonian": true,
	"finnish": true, "swedish": true, "norwegian": true, "danish": true, "icelandic": true, "romany": true, "uighur": true, "belarusian": true, "moldovan": true, "malay": true,
	"nepali": true, "somali": true, "burmese": true, "khmer": true, "lao": true, "mongolian": true, "tagalog": true, "filipino": true, "afrikaans": true, "amharic": true,
}

func isLanguage(t *words.Text, h lexicon.Hit) bool {
	if t.Is(h.First-1, "ethnic") {
		return true // a people, not a State
	}
	if t.Is(h.First-1, "for") && t.Is(h.First-2, "interpreters", "interpretation", "translators", "translation") {
		return true
	}
	if t.Is(h.End, "language", "languages", "dialect", "speaking", "speaker", "speakers", "translation", "version", "sign", "interpretation", "alphabet", "script", "acronym", "abbreviation", "word", "term", "title") || t.Is(h.End, "-") {
		return true
	}
	first, end := h.First, h.End
	others := 0
	for first >= 2 && t.Is(first-1, ",", "and", "or") && languages[t.Words[first-2].Fold] && t.Words[first-2].Capital() {
		first, others = first-2, others+1
	}
	for end+1 < len(t.Words) && t.Is(end, ",", "and", "or") && languages[t.Words[end+1].Fold] && t.Words[end+1].Capital() {
		end, others = end+2, others+1
	}
	nouns := end < len(t.Words) && t.Words[end].Shape == words.Lower && !t.Is(end, "and", "or", "as", "in", "on", "to", "with", "by", "for", "at", "was", "were", "is", "had", "but", "when", "which")
	if nouns && !t.Is(end, "language", "languages") {
		return false
	}
	return t.Is(first-1, "in", "into", "from", "speak", "spoke", "spoken", "speaks", "language", "languages", ":", "to", "learn", "learned", "taught", "teach", "of") && (others > 0 && !t.Is(first-1, "to", "from", "of") ||
		t.Is(first-1, "into", "speak", "spoke", "spoken", "speaks", "learn", "learned", "taught", "teach") || t.Is(first-1, "in"))
}
