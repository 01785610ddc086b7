package schema

import (
	"fmt"
	"strings"
)

// A namespace is a prefix and the beginning of the IRIs that it stands for.
type namespace struct{ prefix, iri string }

// Expand turns a short IRI into the full one: "rap:cites" becomes
// "urn:rapporteur:ns:cites". An http, https or urn IRI is full already. Any
// other prefix is an error.
func Expand(short string) (string, error) {
	prefix, name, ok := strings.Cut(short, ":")
	if ok {
		for _, ns := range namespaces {
			if ns.prefix == prefix {
				return ns.iri + name, nil
			}
		}
	}
	if strings.HasPrefix(name, "//") && (prefix == "http" || prefix == "https") || ok && prefix == "urn" {
		return short, nil
	}
	return "", fmt.Errorf("IRI %q: no registered prefix", short)
}

// Shorten turns a full IRI into the short one. An IRI under none of the
// registered prefixes, or one that is short, stays as it is.
func Shorten(full string) string {
	for _, ns := range namespaces { // longest first, so that the first hit is the best
		if name, ok := strings.CutPrefix(full, ns.iri); ok {
			return ns.prefix + ":" + name
		}
	}
	return full
}
