package words

// abbreviations end with a full stop that does not end a sentence.
var abbreviations = map[string]bool{
	"mr": true, "ms": true, "mrs": true, "dr": true, "messrs": true, "mmes": true, "prof": true, "st": true, "no": true, "nos": true, "art": true,
	"arts": true, "para": true, "paras": true, "vol": true, "add": true, "rev": true, "corr": true, "p": true, "pp": true, "cf": true, "vs": true, "v": true,
}

// sentences parts the words at full stops, question and exclamation marks that
// a capital, a number or a quote follows, and appends them to out.
func sentences(out []Sentence, t *Text) []Sentence {
	first := 0
	for i, w := range t.Words {
		if w.Shape != Punct || w.Fold != "." && w.Fold != "?" && w.Fold != "!" || i+1 == len(t.Words) {
			continue
		}
		next := t.Words[i+1]
		if next.Start == w.End || next.Shape == Lower || next.Shape == Punct && next.Fold != `"` {
			continue
		}
		if w.Fold == "." && i > first && (abbreviations[t.Words[i-1].Fold] || isInitial(t.Words[i-1])) {
			continue
		}
		out = append(out, Sentence{first, i + 1})
		first = i + 1
	}
	if first < len(t.Words) {
		out = append(out, Sentence{first, len(t.Words)})
	}
	return out
}

// isInitial reports whether w is a single capital letter, as in "J. Doe".
func isInitial(w Word) bool { return w.Shape == Title && w.End-w.Start == 1 }
