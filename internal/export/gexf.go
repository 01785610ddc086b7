package export

import (
	"fmt"
	"io"
	"strings"
)

// writeGEXF writes GEXF 1.3. Each node and link has the days of its meetings as
// time stamps, by which Gephi's timeline plays; what has none, being said by the
// lexicon alone, is there always. Links between the same two things differ in kind.
func writeGEXF(p *part, w io.Writer) error {
	count := 0
	return writeSections(p, sections{
		w:      w,
		start:  gexfStart,
		middle: "</nodes>\n<edges>\n",
		end:    "</edges>\n</graph>\n</gexf>\n",
		node: func(n node) error {
			first, last := span(n.Dates)
			_, err := fmt.Fprintf(w, "<node id=\"%s\" label=\"%s\"><attvalues>%s</attvalues>%s</node>\n", escaped(string(n.ID)), escaped(n.Label),
				attvalues("type", string(n.Class), "kind", n.Kind, "country", n.Country, "paragraphs", fmt.Sprint(n.Paragraphs), "first", first, "last", last),
				spells(n.Dates))
			return err
		},
		link: func(l link) error {
			count++
			direction := "undirected"
			if l.Directed() {
				direction = "directed"
			}
			first, last := span(l.Dates)
			_, err := fmt.Fprintf(w, "<edge id=\"%d\" source=\"%s\" target=\"%s\" type=\"%s\" kind=\"%s\" label=\"%s\" weight=\"%d\"><attvalues>%s</attvalues>%s</edge>\n",
				count, escaped(string(l.Source)), escaped(string(l.Target)), direction, escaped(l.Predicate), escaped(l.Label), l.Weight,
				attvalues("predicate", l.Predicate, "cited", strings.Join(l.Cited, "; "), "first", first, "last", last),
				spells(l.Dates))
			return err
		},
	})
}

const gexfStart = `<?xml version="1.0" encoding="UTF-8"?>
<gexf xmlns="http://gexf.net/1.3" version="1.3">
<meta><creator>Rapporteur</creator><description>Who and what summary records of United Nations meetings name, and how it is linked</description></meta>
<graph mode="dynamic" timerepresentation="timestamp" timeformat="date" defaultedgetype="directed" idtype="string">
<attributes class="node" mode="static">
<attribute id="type" title="type" type="string"/>
<attribute id="kind" title="kind" type="string"/>
<attribute id="country" title="country" type="string"/>
<attribute id="paragraphs" title="paragraphs" type="integer"/>
<attribute id="first" title="first meeting" type="string"/>
<attribute id="last" title="last meeting" type="string"/>
</attributes>
<attributes class="edge" mode="static">
<attribute id="predicate" title="predicate" type="string"/>
<attribute id="cited" title="cited" type="string"/>
<attribute id="first" title="first meeting" type="string"/>
<attribute id="last" title="last meeting" type="string"/>
</attributes>
<nodes>
`

// attvalues writes those of pairs of an attribute and its value that have one.
func attvalues(pairs ...string) string {
	var b strings.Builder
	for i := 0; i < len(pairs); i += 2 {
		if pairs[i+1] != "" {
			fmt.Fprintf(&b, `<attvalue for="%s" value="%s"/>`, pairs[i], escaped(pairs[i+1]))
		}
	}
	return b.String()
}

// spells writes the days among dates; a month or a year is no time stamp.
func spells(dates []string) string {
	var b strings.Builder
	for _, date := range dates {
		if isDate(date) && len(date) == len("2006-01-02") {
			fmt.Fprintf(&b, `<spell timestamp="%s"/>`, date)
		}
	}
	if b.Len() == 0 {
		return ""
	}
	return "<spells>" + b.String() + "</spells>"
}
