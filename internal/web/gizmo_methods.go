package web

import (
	"github.com/gin-gonic/gin"

	"rapporteur/queries/gizmo"
)

// A methodAnswer is what the API says of a method that queries may call.
type methodAnswer struct {
	Name  string       `json:"name"`
	On    *gizmo.Owner `json:"on"` // graph or path; null for a function
	Forms []string     `json:"forms"`
	Does  string       `json:"does"` // a sentence
}

// gizmoMethods answers with the methods that ad-hoc queries may call.
func (s *site) gizmoMethods(c *gin.Context) error {
	return s.forPrograms(c, "methods", func() any {
		var all []methodAnswer
		for _, m := range gizmo.Methods() {
			all = append(all, methodAnswer{m.Name, unlessEmpty(m.On), m.Forms, m.Does})
		}
		return map[string]any{"methods": all}
	})
}
