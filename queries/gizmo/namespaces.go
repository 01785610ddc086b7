package gizmo

import (
	"strings"

	"github.com/cayleygraph/quad"
)

// addNamespace lets g.IRI write out a prefix from here on.
func addNamespace(k *call) (value, error) {
	prefix, err := k.text(0)
	if err != nil {
		return nil, err
	}
	full, err := k.text(1)
	if err != nil {
		return nil, err
	}
	if k.c.namespaces == nil {
		k.c.namespaces = map[string]string{}
	}
	k.c.namespaces[prefix] = full
	return nothing{}, nil
}

// noNamespaces adds none: the graph keeps IRIs with their prefixes, so that none
// must be written out, and holds no namespaces of its own.
func noNamespaces(*call) (value, error) { return nothing{}, nil }

// fullIRI is g.IRI: an IRI whose prefix, if it was added, is written out.
func fullIRI(k *call) (value, error) {
	s, err := k.text(0)
	if err != nil {
		return nil, err
	}
	if prefix, name, ok := strings.Cut(s, ":"); ok {
		if full, added := k.c.namespaces[prefix]; added {
			s = full + name
		}
	}
	return quad.IRI(s), nil
}
