package gizmo

import (
	"maps"
	"slices"
	"strings"
)

// A Method is a method, or a function, that queries may call: for editors that help
// to write them, and for people who learn how.
type Method struct {
	Name  string // "Out"; the first letter of a method may be small as well
	On    Owner
	Forms []string // how it is written: `Out("<rap:cites>", "tag")`
	Does  string   // a sentence: "Goes along facts …"
}

// An Owner is what methods are called on.
type Owner string

// The owners. Functions are called on nothing.
const (
	OnGraph   Owner = "graph" // g
	OnPath    Owner = "path"
	OnNothing Owner = ""
)

// Methods lists what queries may call: the methods of the graph, those of paths, then
// the functions, each in the order of their names.
func Methods() []Method {
	var out []Method
	for _, owner := range []struct {
		on      Owner
		methods map[string]method
	}{{OnGraph, graphMethods}, {OnPath, pathMethods}, {OnNothing, functions}} {
		for _, name := range slices.Sorted(maps.Keys(owner.methods)) {
			m := owner.methods[name]
			out = append(out, Method{name, owner.on, strings.Split(m.usage, " or "), m.does})
		}
	}
	return out
}
