package main

import (
	"bytes"
	"cmp"
	"fmt"
	"go/format"
	"slices"

	"rapporteur/schema"
)

// vocabulary returns the Go file with a constant for every class and property
// and the table of prefixes.
func vocabulary(s *schema.Schema, prefixes [][2]string) ([]byte, error) {
	var b bytes.Buffer
	fmt.Fprintf(&b, "// Code generated from *.yaml by go generate; DO NOT EDIT.\n\npackage schema\n")

	fmt.Fprintf(&b, "\n// Classes.\nconst (\n")
	for _, c := range s.Classes() {
		fmt.Fprintf(&b, "\t// Class%s: %s\n\tClass%s Class = %q\n", c.ID, c.Description, c.ID, c.ID)
	}
	fmt.Fprintf(&b, ")\n\n// Properties.\nconst (\n")
	for _, p := range s.Properties() {
		fmt.Fprintf(&b, "\t// %s: %s\n\t%s Property = %q\n", p.ID, p.Description, p.ID, p.IRI)
	}
	fmt.Fprintf(&b, ")\n\n// IRI returns the short IRI of a class, \"\" for a datatype.\nfunc (c Class) IRI() string {\n\tswitch c {\n")
	for _, c := range s.Classes() {
		fmt.Fprintf(&b, "\tcase Class%s:\n\t\treturn %q\n", c.ID, c.IRI)
	}
	fmt.Fprintf(&b, "\t}\n\treturn \"\"\n}\n")

	longest := slices.Clone(prefixes)
	slices.SortStableFunc(longest, func(x, y [2]string) int { return cmp.Compare(len(y[1]), len(x[1])) })
	fmt.Fprintf(&b, "\n// namespaces are the registered prefixes, the longest IRI first.\nvar namespaces = [...]namespace{\n")
	for _, p := range longest {
		fmt.Fprintf(&b, "\t{%q, %q},\n", p[0], p[1])
	}
	fmt.Fprintf(&b, "}\n")
	return format.Source(b.Bytes())
}
