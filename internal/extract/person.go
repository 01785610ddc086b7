package extract

import (
	"rapporteur/internal/record"
	"rapporteur/internal/words"
	"rapporteur/schema"
)

var honorific = map[string]bool{
	"mr": true, "ms": true, "mrs": true, "miss": true, "dr": true, "sir": true, "messrs": true, "mmes": true, "judge": true, "archbishop": true, "bishop": true, "monsignor": true,
	"lord": true, "lady": true, "dame": true, "prince": true, "princess": true, "sheikh": true, "professor": true, "mme": true, "sra": true,
}

func isHonorific(fold string) bool { return honorific[fold] }

// particles are lower-case parts of surnames.
var particles = map[string]bool{
	"de": true, "da": true, "do": true, "dos": true, "das": true, "del": true, "della": true, "di": true, "du": true, "la": true, "le": true, "van": true, "von": true, "der": true, "den": true,
	"ter": true, "ten": true, "zu": true, "el": true, "al": true, "bin": true, "bint": true, "ibn": true, "ould": true, "y": true, "e": true, "st": true, "van't": true, "dela": true,
}

// IsParticle reports whether a word, folded, begins a surname and is no given name:
// "de", "van".
func IsParticle(fold string) bool { return particles[fold] }

// persons claims everyone who is named with a form of address.
func (p *paragraph) persons() {
	for i := 0; i < len(p.text.Words); i++ {
		w := p.text.Words[i]
		if !w.Capital() || !isHonorific(w.Fold) {
			continue
		}
		first := i + 1
		if p.text.Is(first, ".") {
			first++
		}
		end := p.nameEnd(first)
		if end == first {
			continue
		}
		p.person(i, first, end)
		i = end - 1
	}
}

// person claims one name, or both of "Messrs. Doe and Roe".
func (p *paragraph) person(at, first, end int) {
	c := Claim{Class: schema.ClassPerson, How: ByName, Kind: p.text.Words[at].Fold, Name: p.text.Quote(first, end)}
	span := record.Span{Start: p.text.Words[at].Start, End: p.text.Words[end-1].End}
	p.addSpan(span, c)
	if !p.text.Is(at, "messrs", "mmes") {
		return
	}
	for p.text.Is(end, "and", ",") {
		next := p.nameEnd(end + 1)
		if next == end+1 {
			return
		}
		c.Name = p.text.Quote(end+1, next)
		p.add(end+1, next, c)
		end = next
	}
}

// nameEnd is one past the last word of the name that begins at word i, i if
// none does.
func (p *paragraph) nameEnd(i int) int {
	end := i
	for j := i; j < len(p.text.Words); j++ {
		w := p.text.Words[j]
		switch {
		case w.Fold == "'s" || isHonorific(w.Fold) && j > i:
			return end
		case w.Capital() && !(j > i && p.startsSentence(j)):
			end = j + 1
		case w.Joined && j > i && end == j: // "Jae-ho"
			end = j + 1
		case particles[w.Fold] && j+1 < len(p.text.Words) && (p.text.Words[j+1].Capital() || particles[p.text.Words[j+1].Fold]) && p.text.Words[j+1].Shape != words.Punct:
		case w.Fold == "." && j > i && p.text.Words[j-1].End == w.Start && len(p.text.Words[j-1].Fold) == 1 && j+1 < len(p.text.Words) && p.text.Words[j+1].Capital():
		default:
			return end
		}
	}
	return end
}

func (p *paragraph) startsSentence(i int) bool {
	return p.text.SentenceOf(i).First == i
}
