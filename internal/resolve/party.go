package resolve

import (
	"slices"

	"rapporteur/internal/extract"
	"rapporteur/internal/rule"
	"rapporteur/schema"
)

// binding are the relations by which States become parties to an agreement.
var binding = []schema.Property{schema.Party, schema.Concluded, schema.Signed, schema.Ratified, schema.AccededTo, schema.Adopted}

// An agreed is a described agreement in a paragraph which says that there is one.
type agreed struct {
	para int
	id   string
}

// inForce are the described agreements and where the record says that there are
// such: they have parties unless that is denied, asked, wished for or being
// negotiated. Under -1 are all of the record.
func (r *Resolution) inForce() map[agreed]bool {
	out := make(map[agreed]bool)
	for i, p := range r.Paragraphs {
		told := p.told()
		for _, m := range p.Mentions {
			if len(m.Entity.Parties) == 0 || m.How == extract.ByCoreference {
				continue
			}
			if so, ok := told[m.Entity.ID]; ok && so || !ok && !m.Pending {
				out[agreed{i, m.Entity.ID}], out[agreed{-1, m.Entity.ID}] = true, true
			}
		}
	}
	return out
}

// told says of what the paragraph's relations speak of as an agreement whether
// one of them asserts it.
func (p *Paragraph) told() map[string]bool {
	out := make(map[string]bool)
	for _, r := range p.Relations {
		if slices.Contains(binding, r.Property) {
			for _, id := range []string{r.Subject, r.Object} {
				out[id] = out[id] || r.Mood == rule.Asserted
			}
		}
	}
	return out
}

// hasParties reports whether paragraph i says who the parties of a described
// agreement are. "The agreement" alone does where a description has.
func (w *writer) hasParties(i int, m Mention) bool {
	if m.How == extract.ByCoreference {
		i = -1
	}
	return w.agreed[agreed{i, m.Entity.ID}]
}
