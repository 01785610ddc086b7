package correction

import (
	"slices"
	"strings"
	"time"
	"unicode"
	"unicode/utf8"

	"rapporteur/graph"
	"rapporteur/schema"
)

// fields says which fields an action needs and which it may have, besides id,
// reason and date.
var fields = map[Action]struct{ needs, may []string }{
	Merge:   {needs: []string{"into"}, may: []string{"label", "record", "paragraph", "words"}},
	Split:   {needs: []string{"to", "label"}, may: []string{"record", "paragraph", "words"}},
	Rename:  {needs: []string{"to"}, may: []string{"record", "paragraph"}},
	Reject:  {may: []string{"record", "paragraph", "words"}},
	Relabel: {needs: []string{"label"}, may: []string{"record"}},
}

// check says what is wrong with the entry by itself, or nil.
func (e *Entry) check(sch *schema.Schema) error {
	for _, step := range []func(*schema.Schema) error{e.checkFields, e.checkIDs, e.checkScope, e.checkDecision} {
		if err := step(sch); err != nil {
			return err
		}
	}
	return nil
}

func (e *Entry) checkFields(*schema.Schema) error {
	takes, ok := fields[e.Action]
	if !ok {
		return e.errorf("action", "action %q: not merge, split, rename, reject or relabel", e.Action)
	}
	given := []struct{ name, value string }{
		{"into", e.Into}, {"to", e.To}, {"label", e.Label}, {"record", e.Record}, {"paragraph", e.Paragraph}, {"words", e.Words},
	}
	for _, f := range given {
		_, written := e.lines[f.name]
		needed := slices.Contains(takes.needs, f.name)
		switch {
		case written && !needed && !slices.Contains(takes.may, f.name):
			return e.errorf(f.name, "%s takes no %s", e.Action, f.name)
		case (written || needed) && strings.TrimSpace(f.value) == "":
			return e.errorf(f.name, "%s %s: %s is missing", e.Action, e.ID, f.name)
		case f.value != strings.TrimSpace(f.value):
			return e.errorf(f.name, "%s %q: spaces before or behind it", f.name, f.value)
		case !utf8.ValidString(f.value) || strings.ContainsFunc(f.value, unicode.IsControl):
			return e.errorf(f.name, "%s %q: not one line of text", f.name, f.value)
		}
	}
	if e.Action == Split && e.everywhere() {
		return e.errorf("", "split %s: say which mentions by record, paragraph or words; to give all of them another id, rename it", e.ID)
	}
	return nil
}

func (e *Entry) checkIDs(sch *schema.Schema) error {
	from, err := e.classOf(sch, "id", e.ID)
	if err != nil || e.target() == "" {
		return err
	}
	field := "to"
	if e.Action == Merge {
		field = "into"
	}
	to, err := e.classOf(sch, field, e.target())
	switch {
	case err != nil:
		return err
	case e.ID == e.target():
		return e.errorf(field, "%s %s: that is the id it has", e.Action, e.ID)
	case !sch.Is(from, to) && !sch.Is(to, from):
		return e.errorf(field, "%s %s: its class is %s, that of %s is %s", e.Action, e.ID, from, e.target(), to)
	}
	return nil
}

// slugs are the prefixes whose ids end in a slug, so that a slip of the pen in a
// new id is seen.
var slugs = []string{"person", "institution", "agreement", "law", "policy", "document", "topic"}

// classOf checks an id of an entity that paragraphs can mention.
func (e *Entry) classOf(sch *schema.Schema, field, id string) (schema.Class, error) {
	if strings.TrimSpace(id) == "" {
		return "", e.errorf(field, "%s: %s is missing", e.Action, field)
	}
	class, ok := sch.ClassOf(id)
	if !ok {
		return "", e.errorf(field, "%s %q: no class has ids like this; ids begin with a prefix such as institution:", field, id)
	}
	name := graph.ID(id).Name()
	if class == schema.ClassProvision {
		return "", e.errorf(field, "%s %q: correct the instrument; its articles follow", field, id)
	}
	def, _ := sch.Class(class)
	if mentioned := def.Mention || sch.Is(class, schema.ClassInstitution); !mentioned {
		return "", e.errorf(field, "%s %q: only what paragraphs mention can be corrected, no %s", field, id, class)
	}
	prefix := graph.ID(id).Prefix()
	if want := string(graph.NewID(prefix, name)); name == "" || want != id {
		return "", e.errorf(field, "%s %q: not well formed; write %s", field, id, want)
	}
	last := name[strings.LastIndex(name, "/")+1:]
	if slug := graph.Slug(last); slices.Contains(slugs, prefix) && slug != last {
		return "", e.errorf(field, "%s %q: not well formed; write %s", field, id, strings.TrimSuffix(id, last)+slug)
	}
	return class, nil
}

func (e *Entry) checkScope(*schema.Schema) error {
	if e.Record != "" && e.Paragraph != "" {
		return e.errorf("paragraph", "%s %s: record and paragraph; one is enough", e.Action, e.ID)
	}
	if id := graph.ID(e.Record); id != "" && (id.Prefix() != "record" || id.Name() == "" || graph.RecordID(id.Name()) != id) {
		return e.errorf("record", "record %q: write it like record:CMW/C/SR.464", e.Record)
	}
	id := graph.ID(e.Paragraph)
	symbol, number, ok := id.Paragraph()
	if id != "" && (!ok || symbol == "" || number < 1 || graph.ParagraphID(symbol, number) != id) {
		return e.errorf("paragraph", "paragraph %q: write it like para:CMW/C/SR.464#13", e.Paragraph)
	}
	return nil
}

// checkDecision checks that somebody can be asked later why and when.
func (e *Entry) checkDecision(*schema.Schema) error {
	if strings.TrimSpace(e.Reason) == "" {
		return e.errorf("reason", "%s %s: reason is missing", e.Action, e.ID)
	}
	if e.Date == "" {
		return e.errorf("date", "%s %s: date is missing", e.Action, e.ID)
	}
	if _, err := time.Parse(time.DateOnly, e.Date); err != nil {
		return e.errorf("date", "date %q: not a day like 2026-05-02", e.Date)
	}
	return nil
}
