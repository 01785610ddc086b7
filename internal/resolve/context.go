package resolve

import (
	"slices"

	"rapporteur/internal/extract"
)

// reviewed collects the States whose reports or situation the headings name.
func (m *meeting) reviewed() {
	for _, states := range m.found.Sections {
		for _, s := range states {
			if !slices.Contains(m.out.States, s) {
				m.out.States = append(m.out.States, s)
				m.known(s, 0)
			}
		}
	}
}

// focus is the State that paragraph i is about: the one its heading names, or a
// heading above it; where no heading names one, the only State that anyone in
// the section speaks from. "" where there is none or several.
func (m *meeting) focus(i int) string {
	section := m.rec.Paragraphs[i].Section
	if states := m.headingStates(section); len(states) > 0 {
		if len(states) == 1 {
			return states[0]
		}
		return ""
	}
	state := ""
	for n, iv := range m.rec.Interventions {
		if m.rec.Paragraphs[iv.First].Section != section {
			continue
		}
		switch from := m.found.Affiliations[n].State; {
		case from == "" || from == state:
		case state == "":
			state = from
		default:
			return ""
		}
	}
	return state
}

// headingStates are the States of the section's heading or of the nearest
// heading above it.
func (m *meeting) headingStates(section int) []string {
	if section < 0 || section >= len(m.rec.Sections) {
		return nil
	}
	level := m.rec.Sections[section].Level + 1
	for s := section; s >= 0; s-- {
		if m.rec.Sections[s].Level >= level {
			continue
		}
		if states := m.found.Sections[s]; len(states) > 0 {
			return states
		}
		level = m.rec.Sections[s].Level
	}
	return nil
}

// home is the State in whose context a claim stands: the one that the name
// names, else the speaker's, else the one that the section is about.
func (m *meeting) home(c extract.Claim) string {
	if c.State != "" {
		return c.State
	}
	if s := m.out.Paragraphs[c.Para].Speaker; s != nil && s.State != "" {
		return s.State
	}
	return m.focus(c.Para)
}
