package web

import (
	"bytes"
	"context"
	"errors"
	"fmt"

	"github.com/cayleygraph/quad"
	"github.com/gin-gonic/gin"

	"rapporteur/graph"
	"rapporteur/internal/answer"
	"rapporteur/internal/rdf"
	"rapporteur/internal/web/cache"
	"rapporteur/internal/web/negotiate"
	"rapporteur/schema"
)

// ofGraphs are the forms of what the graph holds of one thing.
func (s *site) ofGraphs() []negotiate.Form {
	if s.quads == nil {
		return ofLists
	}
	return ofFacts
}

// ofNetworks are the forms of how things are linked.
func (s *site) ofNetworks() []negotiate.Form {
	if s.quads == nil {
		return onlyJSON
	}
	return ofLinks
}

// statements are some of the graph.
type statements struct {
	key  string
	read func(context.Context, *reading) error
}

// statementsAbout are those whose subject is an entity.
func statementsAbout(id graph.ID) statements {
	return statements{string(id), func(ctx context.Context, r *reading) error {
		return r.add(ctx, quad.Quad{Subject: quad.IRI(id)})
	}}
}

// statementsOfParagraph are those that a paragraph makes, and those about it.
func statementsOfParagraph(id graph.ID) statements {
	return statements{string(id), func(ctx context.Context, r *reading) error {
		if err := r.add(ctx, quad.Quad{Subject: quad.IRI(id)}); err != nil {
			return err
		}
		if len(r.quads) == 0 {
			return fmt.Errorf("%s: %w", id.Cite(), answer.ErrNotFound)
		}
		return r.add(ctx, quad.Quad{Label: quad.IRI(id)})
	}}
}

// statementsOfRecord are those that a record makes, in its header and in all of
// its paragraphs.
func statementsOfRecord(id graph.ID) statements {
	return statements{string(id), func(ctx context.Context, r *reading) error {
		if err := r.add(ctx, quad.Quad{Label: quad.IRI(id)}); err != nil {
			return err
		}
		for _, q := range r.quads { // those of the header; more are added meanwhile
			if q.Predicate == quad.IRI(schema.IsPartOf) && q.Object == quad.IRI(id) {
				if err := r.add(ctx, quad.Quad{Label: q.Subject}); err != nil {
					return err
				}
			}
		}
		return nil
	}}
}

// statementsOfNetwork are those that the graph makes of the links of a network, and
// the types and names of its nodes. What follows from paragraphs alone, such as being
// named together, is no statement.
func statementsOfNetwork(n *answer.Network) statements {
	return statements{"network", func(ctx context.Context, r *reading) error {
		r.cut = n.Truncated
		var wanted []quad.Quad
		for _, node := range n.Nodes {
			for _, p := range []schema.Property{schema.Type, schema.Label} {
				wanted = append(wanted, quad.Quad{Subject: quad.IRI(node.ID), Predicate: quad.IRI(p)})
			}
		}
		for _, l := range n.Links {
			wanted = append(wanted, quad.Quad{Subject: quad.IRI(l.Source), Predicate: quad.IRI(l.Predicate), Object: quad.IRI(l.Target)})
		}
		for _, pattern := range wanted {
			if err := r.add(ctx, pattern); err != nil {
				return err
			}
		}
		return nil
	}}
}

// A reading gathers statements, as many as the API reads for one answer.
type reading struct {
	facts Quads
	quads []quad.Quad
	cut   bool
}

var errEnough = errors.New("enough was read")

func (r *reading) add(ctx context.Context, pattern quad.Quad) error {
	err := r.facts.Match(ctx, pattern, func(q quad.Quad) error {
		if len(r.quads) == ownRows {
			r.cut = true
			return errEnough
		}
		r.quads = append(r.quads, q)
		return nil
	})
	if errors.Is(err, errEnough) {
		return nil
	}
	return err
}

// showStatements answers with statements in a form of RDF.
func (s *site) showStatements(c *gin.Context, reader answer.Reader, f form, form negotiate.Form, st statements) error {
	if err := onlyOfJSON(f); err != nil {
		return err
	}
	return s.show(c, reader, view{key("statements", form.Name, st.key), func(ctx context.Context) (*cache.Answer, error) {
		return s.statementsAnswer(ctx, form, st)
	}})
}

func (s *site) statementsAnswer(ctx context.Context, form negotiate.Form, st statements) (*cache.Answer, error) {
	done, err := s.graph.enter(ctx)
	if err != nil {
		return nil, err
	}
	defer done()
	r := &reading{facts: s.quads}
	if err := st.read(ctx, r); err != nil {
		return nil, err
	}
	var b bytes.Buffer
	if err := writeStatements(&b, form, r.quads); err != nil {
		return nil, fmt.Errorf("writing the answer: %w", err)
	}
	a := newAnswer(form, b.Bytes())
	if r.cut {
		a.Header[truncatedHeader] = "statements"
	}
	return a, nil
}

func writeStatements(b *bytes.Buffer, form negotiate.Form, quads []quad.Quad) error {
	switch form {
	case asNQuads:
		return rdf.NQuads(b, quads)
	case asTurtle:
		return rdf.Turtle(b, quads)
	}
	return rdf.JSONLD(b, quads, contextPath)
}

// contextPath is where the JSON-LD context is.
const contextPath = "/api/v1/context.jsonld"

// onlyOfJSON refuses fields for forms that have none.
func onlyOfJSON(f form) error {
	if len(f.names("fields")) > 0 {
		return badRequest{"fields", errors.New("only the JSON form has fields to choose from")}
	}
	return nil
}
