package lexicon

import (
	"errors"
	"fmt"
	"slices"

	"rapporteur/schema"
)

// The kinds of topics; those that records are asked about most have none.
const (
	TopicGroup   = "group"   // only gathers narrower ones: no paragraph is given it
	TopicFurther = "further" // given to the paragraphs that dwell on it
)

// linkTopics resolves what lines say of wider topics. There must be no circle.
func (l *Lexicon) linkTopics() error {
	for _, e := range l.entries {
		e.Broader = nil
		for _, id := range e.broader {
			wider := l.byID[id]
			if wider == nil || wider.Class != schema.ClassTopic {
				return fmt.Errorf("%s: %s: no topic %q to be broader", e.Place, e.ID, id)
			}
			e.Broader = append(e.Broader, wider)
		}
	}
	for _, e := range l.entries {
		if err := e.checkTopic(); err != nil {
			return fmt.Errorf("%s: %s: %w", e.Place, e.ID, err)
		}
	}
	return nil
}

func (e *Entry) checkTopic() error {
	switch {
	case e.Class != schema.ClassTopic:
		return nil
	case e.Kind != "" && e.Kind != TopicGroup && e.Kind != TopicFurther:
		return fmt.Errorf("a topic is of the kind %q, %q or none, not %q", TopicGroup, TopicFurther, e.Kind)
	case e.Kind == TopicGroup && len(e.Terms)+len(e.Cues)+len(e.Hints) > 0:
		return errors.New("a group has no phrases")
	case slices.Contains(e.Wider(), e):
		return errors.New("it is broader than itself")
	}
	return nil
}

// Wider returns the topics broader than e, those broader than these, and so on,
// nearest first, each once.
func (e *Entry) Wider() []*Entry {
	out := slices.Clone(e.Broader)
	for i := 0; i < len(out); i++ {
		for _, b := range out[i].Broader {
			if !slices.Contains(out, b) {
				out = append(out, b)
			}
		}
	}
	return out
}

// within reports whether e is part of the wider topic w.
func (e *Entry) within(w *Entry) bool {
	for _, b := range e.Broader {
		if b == w || b.within(w) {
			return true
		}
	}
	return false
}
