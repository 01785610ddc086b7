package rule

import "rapporteur/schema"

// possessive reports whether word i is a possessive ending within a name. The
// State, its organs and bodies own names but are no part of them.
func (f *finder) possessive(i int) bool {
	if i == 0 || i >= len(f.t.Words) || f.t.Words[i].Fold != "'s" && f.t.Words[i].Fold != "'" || f.t.Words[i].Start != f.t.Words[i-1].End {
		return false
	}
	owner := f.t.Words[i-1]
	return owner.Capital() && !owners[owner.Fold] && !f.known(i-1)
}

// collocates reports whether word i joins what belongs together in any name:
// "Persons with Disabilities", "Trafficking in Persons", "Agency to Combat …".
func (f *finder) collocates(i int) bool {
	if i == 0 || i+1 >= len(f.t.Words) {
		return false
	}
	switch f.t.Words[i].Fold {
	case "with":
		return f.t.Is(i-1, "persons", "people", "children", "women", "men", "cooperation", "relations", "living")
	case "in":
		return beforeIn[f.t.Words[i-1].Fold] && !f.known(i+1)
	case "to":
		return beforeTo[f.t.Words[i-1].Fold] || afterTo[f.t.Words[i+1].Fold]
	case "through", "into", "by":
		return f.rule.Class == schema.ClassPolicy && i > f.end+1
	}
	return false
}

// links are the words that may go on with a name of the rule's class.
func (f *finder) links(w string) bool {
	switch w {
	case "of", "for", "on", "against":
		return true
	case "to":
		return f.rule.Title || f.end > 0 && f.t.Is(f.end-1, "support", "access", "response", "assistance") || f.supports()
	case "in":
		return f.rule.Title || f.rule.Kind == "centre"
	case "with", "by", "from", "relating", "concerning", "regarding", "between", "towards", "through", "as", "at", "among", "other", "under":
		return f.rule.Title
	}
	return false
}

// opensTitle reports whether w may follow the head at once: "Convention on …"
// is a title, "the Convention in …" a short form with the sentence around it.
func opensTitle(w string) bool {
	switch w {
	case "of", "for", "on", "against", "relating", "concerning", "regarding", "between", "and":
		return true
	}
	return false
}

// supports reports whether the name holds a word that takes "to".
func (f *finder) supports() bool {
	for i := f.end; i < len(f.t.Words) && i < f.end+4; i++ {
		switch f.t.Words[i].Fold {
		case "support", "assistance", "access", "aid":
			return f.t.Words[i].Capital()
		}
	}
	return false
}
