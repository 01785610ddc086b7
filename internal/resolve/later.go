package resolve

import (
	"rapporteur/internal/extract"
	"rapporteur/schema"
)

// mayComeLater reports whether a short form that means nothing named before may
// mean what the record names later, as where it goes on from another record.
func (m *meeting) mayComeLater(c extract.Claim) bool {
	return (c.Class == schema.ClassInstitution || c.Class == schema.ClassLaw) && len(m.late) < memory && !m.lower(c)
}

// namedLater resolves short forms that nothing before them explains: they mean
// the only thing of the State spoken of that the record calls so at all.
func (m *meeting) namedLater() {
	for _, c := range m.late {
		if e := m.onlyOne(c); e != nil {
			m.insert(c, e)
			continue
		}
		m.out.Unresolved++
	}
}

// onlyOne is the one national entity that the short form can mean, nil if there
// is none or several.
func (m *meeting) onlyOne(c extract.Claim) *Entity {
	home := m.home(c)
	if home == "" {
		return nil
	}
	var only *Entity
	for _, e := range m.out.Entities[:min(len(m.out.Entities), memory)] {
		if e.Country != home || !means(c, e) {
			continue
		}
		if only != nil {
			return nil
		}
		only = e
	}
	return only
}
