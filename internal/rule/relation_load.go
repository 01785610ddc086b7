package rule

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rapporteur/internal/words"
	"rapporteur/schema"
)

type relationYAML struct {
	ID          string   `yaml:"id"`
	Property    string   `yaml:"property"`
	Inverse     bool     `yaml:"inverse"`
	Owned       bool     `yaml:"owned"`
	Activity    bool     `yaml:"activity"`
	Verbs       []string `yaml:"verbs"`   // base/third person/past/…ing, with the preposition if it takes one
	Nouns       []string `yaml:"nouns"`   // with the preposition before the object
	Roles       []string `yaml:"roles"`   // follow a form of "be" or "become": "a party to"
	Phrases     []string `yaml:"phrases"` // belong to the sentence around them: "in cooperation with"
	Asserted    []string `yaml:"asserted"`
	Negated     []string `yaml:"negated"`
	Intended    []string `yaml:"intended"`
	Recommended []string `yaml:"recommended"`
	Asked       []string `yaml:"asked"`
	Possible    []string `yaml:"possible"`
	Unclear     []string `yaml:"unclear"`
	Skips       []string `yaml:"skips"`
}

// relations reads the cues and relation rules of a file.
func (l *loader) relations(f file, name string, places map[string]string) error {
	if err := l.set.relations.addCues(f.Cues, name); err != nil || len(f.Relations) == 0 {
		return err
	}
	sch, err := schema.Load()
	if err != nil {
		return err
	}
	split := words.NewSplitter()
	for _, y := range f.Relations {
		place := places[y.ID]
		if first, dup := l.seen[y.ID]; dup || y.ID == "" {
			return fmt.Errorf("%s: %s: no id, or already at %s", cmp.Or(place, name+":1"), y.ID, first)
		}
		l.seen[y.ID] = place
		if err := l.set.relations.add(y, place, sch, split); err != nil {
			return err
		}
	}
	return nil
}

// add checks one rule of a file and indexes its words.
func (r *relations) add(y relationYAML, place string, sch *schema.Schema, split *words.Splitter) error {
	def, ok := sch.Property(schema.Property(y.Property))
	switch {
	case !ok:
		return fmt.Errorf("%s: %s: unknown property %q", place, y.ID, y.Property)
	case len(y.Asserted) == 0:
		return fmt.Errorf("%s: %s: no example under asserted", place, y.ID)
	}
	rule := &Relation{ID: y.ID, Property: def.IRI, Inverse: y.Inverse, Owned: y.Owned, Activity: y.Activity, Subjects: def.Domain, Objects: def.Range, skips: y.Skips, place: place}
	if y.Inverse {
		rule.Subjects, rule.Objects = def.Range, def.Domain
	}
	rule.examples = map[Mood][]string{Asserted: y.Asserted, Negated: y.Negated, Intended: y.Intended, Recommended: y.Recommended, Asked: y.Asked, Possible: y.Possible, Unclear: y.Unclear}
	r.rules = append(r.rules, rule)
	for _, v := range y.Verbs {
		forms := strings.Split(v, "/")
		if len(forms) != 4 {
			return fmt.Errorf("%s: %s: verb %q: want base/third person/past/…ing", place, y.ID, v)
		}
		for i, f := range forms {
			r.form(form{rule: rule, kind: formKind(i)}, f, split)
		}
	}
	for kind, list := range map[formKind][]string{noun: y.Nouns, role: y.Roles, phrase: y.Phrases} {
		for _, f := range list {
			r.form(form{rule: rule, kind: kind}, f, split)
		}
	}
	return nil
}

// form indexes f, whose words are text.
func (r *relations) form(f form, text string, split *words.Splitter) {
	for _, w := range split.Split(text).Words {
		f.words = append(f.words, w.Fold)
	}
	if len(f.words) == 0 {
		return
	}
	list := append(r.forms.Value(f.words[0]), f)
	slices.SortStableFunc(list, func(a, b form) int {
		if d := len(b.words) - len(a.words); d != 0 {
			return d
		}
		return int(a.kind) - int(b.kind)
	})
	r.forms.Put(f.words[0], list)
}
