// Package gizmo runs Gizmo, the query language of Cayley, without a JavaScript
// engine.
//
//	p, err := gizmo.Compile(`g.V(country).Out("<rap:cites>").LabelTag("paragraph").All()`,
//		map[string]any{"country": quad.IRI("country:AZE")})
//	…
//	res, err := p.Run(ctx, qs, gizmo.Limits{})
//	for _, row := range res.Rows {
//		fmt.Println(row["id"], row["paragraph"])
//	}
//
// A query is read with a JavaScript parser, and its tree is walked by a compiler
// that knows expressions, var, let and const, literals, lists and the methods of
// Gizmo, and nothing else. So a query cannot loop, call back, allocate or look
// around; what it may not do is refused with an [Error] that says what to write
// instead. The program is then walked row by row over the indexes of the store,
// in the caller's goroutine, within the deadline of the context and within
// [Limits].
//
// # What is offered
//
//   - Start: g.V (Vertex), g.M (Morphism). g.AddNamespace, for g.IRI.
//   - Along quads: In, Out, Both, with a predicate, a list or a path of them, or
//     none, and tags for the predicate. Follow, FollowR, FollowRecursive.
//   - Conditions: Is, Has, HasR, Filter with lt, lte, gt, gte, regex and like.
//   - Tags: Tag (As), Save, SaveR, SaveOpt, SaveOptR, SaveInPredicates,
//     SaveOutPredicates, Back.
//   - Sets: And (Intersect), Or (Union), Except (Difference), Unique.
//   - Rows: Order, Skip, Limit.
//   - Labels: LabelContext, Labels, and LabelTag; InPredicates, OutPredicates.
//   - Values: iri (g.IRI), bnode, str, lang, typed, raw.
//   - Results: All, GetLimit, Count, ToArray, TagArray, ToValue, TagValue, g.Emit.
//
// The first letter of a method may be a capital or not.
//
// # The label of a quad
//
// In this graph the label of a quad is the paragraph that states it. LabelTag,
// right after a step, names the label of the very quad that the step went along:
//
//	g.V("<country:AZE>").Out("<rap:cites>").LabelTag("paragraph").All()
//
// gives a row for each paragraph in which Azerbaijan cites an agreement. It
// follows In, Out, Both, Has, HasR and every Save. LabelContext(null, "tag")
// does the same for all steps that come after it.
//
// # What differs from Cayley's session on purpose
//
//	LabelTag("t")           new, see above; LabelContext(null, "t") drops the tag in Cayley
//	two Saves, two Backs    every combination is a row; Cayley loses some
//	Order()                 by value: numbers by size, IRIs with the numbers in them by size,
//	                        stable, and no row is lost; Cayley sorts quoted text
//	Order("t", …)           new: by the values of tags
//	Limit, Skip, GetLimit   count rows and are a cap; they take no 0 or -1 for "all"
//	Except(unknown node)    excludes nothing; Cayley panics
//	Labels()                leaves out quads without a label; Cayley gives an empty row
//	LabelContext            reaches into Follow, FollowR, FollowRecursive, InPredicates,
//	                        OutPredicates and SaveIn/OutPredicates, unless a step has its own
//	FollowRecursive         rows with other tags reach their nodes each on their own;
//	                        Cayley gives each node to one of them
//	Back("t")               to a tag that the path does not have is refused; Cayley starts again
//	Back after Labels,      goes back; Cayley panics
//	InPredicates, …
//	V([…]), Is([…])         take lists; an empty list is no node, also as predicates
//	Save([…], "t")          takes lists and paths of predicates, as Has does
//	lt, lte, gt, gte        compare whole and other numbers with each other; values of
//	                        different kinds never pass
//	typed("5", "xsd:integer")  is the number 5, which is what stores keep
//	tag "id"                is refused, as it is the end of the path; Cayley overwrites it
//	Count()                 as a statement is a row with the column "count"
//	ToArray(), ToValue()    as a statement are rows with "id" alone; TagArray() and TagValue()
//	                        are rows with all tags
//	g.Emit(v)               is a row with the column "value", a list a row for each element, an
//	                        object a row with its members; of a count or an array, its rows
//	AddDefaultNamespaces,   add nothing: the graph keeps IRIs with their prefixes, so none has to
//	LoadNamespaces          be written out
//	All()                   stops at Limits.Rows and says so
//	empty strings           are refused as nodes, predicates, labels and tags
//	forEach, map, +, =, []. and all other JavaScript are refused
//
// Two rules of Cayley hold here as well and are easily forgotten. Rows are a
// quad each: a fact that two paragraphs state is two rows of Out, and Has passes
// a node twice. And Unique keeps the first row of each node with its tags and
// drops the others.
//
// # Speed
//
// A step costs an index look-up for each row, from whatever number of nodes a
// path starts. Where it starts from all nodes, as in g.V().Has(…), the condition
// with the fewest quads among the first steps is looked up instead. A path given
// to And, Or and Except is walked once and kept, or, where it only puts
// conditions on a node, tried on each.
package gizmo
