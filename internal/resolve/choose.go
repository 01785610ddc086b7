package resolve

import (
	"cmp"
	"slices"

	"rapporteur/internal/extract"
	"rapporteur/schema"
)

// choose picks, of claims that overlap, the longest, and of equals the first;
// what lies within a longer name is no mention of its own. Claims of one rule
// over one span stand together. A description does not hide the States and
// institutions that it names. Articles are returned apart.
func choose(claims []extract.Claim) (mentions, articles []*extract.Claim) {
	bySize := make([]*extract.Claim, len(claims))
	for i := range claims {
		bySize[i] = &claims[i]
	}
	slices.SortStableFunc(bySize, func(a, b *extract.Claim) int {
		return cmp.Or((b.Span.End-b.Span.Start)-(a.Span.End-a.Span.Start), rank(a)-rank(b))
	})
	var chosen area
	for _, c := range bySize {
		switch {
		case c.Class == schema.ClassProvision:
			articles = append(articles, c)
		case !chosen.hides(c):
			chosen.add(c)
			mentions = append(mentions, c)
		}
	}
	slices.SortStableFunc(mentions, func(a, b *extract.Claim) int {
		return cmp.Or(a.Span.Start-b.Span.Start, b.Span.End-a.Span.End)
	})
	slices.SortStableFunc(articles, func(a, b *extract.Claim) int { return a.Span.Start - b.Span.Start })
	return mentions, articles
}

// stretch is how many bytes of a paragraph an area keeps together: claims are
// compared with their neighbours only, so that a long paragraph takes time in
// proportion to its length.
const stretch = 512

// An area holds chosen claims by the stretches of text that they touch.
type area map[int][]*extract.Claim

func (a *area) add(c *extract.Claim) {
	if *a == nil {
		*a = make(area)
	}
	for s := c.Span.Start / stretch; s <= (c.Span.End-1)/stretch; s++ {
		(*a)[s] = append((*a)[s], c)
	}
}

// hides reports whether a chosen claim hides c.
func (a area) hides(c *extract.Claim) bool {
	for s := c.Span.Start / stretch; s <= (c.Span.End-1)/stretch; s++ {
		if slices.ContainsFunc(a[s], func(m *extract.Claim) bool { return hides(m, c) }) {
			return true
		}
	}
	return false
}

// rank orders claims of one length: what is listed before what a rule made.
func rank(c *extract.Claim) int {
	switch {
	case c.ID != "":
		return 0
	case c.How == extract.ByCoreference:
		return 2
	}
	return 1
}

// hides reports whether c is no mention because of m, which was chosen before.
func hides(m, c *extract.Claim) bool {
	if !m.Span.Overlaps(c.Span) {
		return false
	}
	if m.Span == c.Span && m.Rule != "" && m.Rule == c.Rule {
		return false
	}
	if m.Described != c.Described {
		outer, inner := m, c
		if c.Described {
			outer, inner = c, m
		}
		return !(outer.Span.Contains(inner.Span) && inner.ID != "" && (inner.Class == schema.ClassCountry || inner.Class == schema.ClassInstitution))
	}
	return true
}
