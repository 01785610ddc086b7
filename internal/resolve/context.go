package resolve

import (
	"slices"

	"rapporteur/internal/extract"
)

// treatyBody is the kind of bodies that review States by treaty.
const treatyBody = "treaty-body"

// reviewed collects the States whose reports or situation the headings name.
// Other bodies than those that review States name States in the titles of what
// they debate.
func (m *meeting) reviewed() {
	for i, h := range m.found.Headings {
		if len(h.States) == 0 || !m.reviews(i) {
			continue
		}
		for _, s := range h.States {
			if !slices.Contains(m.out.States, s) {
				m.out.States = append(m.out.States, s)
				m.known(s, 0)
			}
		}
	}
}

// reviews reports whether heading i is of the review of the States that it names.
func (m *meeting) reviews(i int) bool {
	switch m.found.Headings[i].Review {
	case extract.OfAState, extract.BareState:
		return m.byTreaty() || m.amongPeers(i)
	case extract.OfPeers:
		return true
	}
	return false
}

// byTreaty reports whether the body watches over a treaty; one that is not known
// is taken for such.
func (m *meeting) byTreaty() bool {
	return m.own == nil || m.own.Kind == treatyBody
}

// amongPeers reports whether a heading above i is of the universal periodic review.
func (m *meeting) amongPeers(i int) bool {
	return slices.ContainsFunc(m.outline.headings(i), func(s int) bool { return m.found.Headings[s].Review == extract.OfPeers })
}

// focus is the State that paragraph i is about: the one its heading names, or a
// heading above it; where no heading names one, the only State that anyone in
// the section speaks from. "" where there is none or several.
func (m *meeting) focus(i int) string {
	section := m.rec.Paragraphs[i].Section
	state, ok := m.focuses[section]
	if !ok {
		state = m.focusOf(section)
		m.focuses[section] = state
	}
	return state
}

func (m *meeting) focusOf(section int) string {
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
	for _, s := range m.outline.headings(section) {
		if states := m.found.Headings[s].States; len(states) > 0 {
			return states
		}
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
