package web

import "rapporteur/internal/answer"

// A shownList is the beginning of a list about an entity, on its page.
type shownList struct {
	Title string
	Rows  []shownRow
	All   string // address of the whole list for a spreadsheet, "" where this is all
}

// A shownRow is something, how often it is there, and where.
type shownRow struct {
	What     shownItem
	Kind     string // type of an entity, role of a speaker
	Times    int
	StatedIn []shownItem
}

// partsRead are the parts of a profile that the page of an entity shows beside
// what every entity has.
var partsRead = map[string]bool{"co_mentions": true, "cites": true, "cited_by": true}

// shownAround are the lists of a profile that are not empty.
func shownAround(p *answer.Profile) []shownList {
	all := apiPath("entities", p.ID)
	var out []shownList
	for _, l := range []shownList{
		shownListOf("Named together with", p.CoMentions, countedRow, all+"/co-mentions"),
		shownListOf("Cites", p.Cites, countedRow, all+"/cites"),
		shownListOf("Cited by", p.CitedBy, voiceRow, all+"/cited-by"),
	} {
		if len(l.Rows) > 0 {
			out = append(out, l)
		}
	}
	return out
}

func shownListOf[T any](title string, l answer.List[T], row func(T) shownRow, all string) shownList {
	s := shownList{Title: title}
	for _, one := range l.Items {
		s.Rows = append(s.Rows, row(one))
	}
	if len(l.Items) < l.Total {
		s.All = all + "?format=csv&limit=500"
	}
	return s
}

func countedRow(e answer.Counted) shownRow {
	return shownRow{shownItem{e.Label, entityPath(e.ID)}, string(e.Type), e.Times, cited(e.Paragraphs)}
}

func voiceRow(v answer.Voice) shownRow {
	row := shownRow{Times: v.Times, StatedIn: cited(v.Paragraphs), What: shownItem{Label: "no speaker named"}}
	if v.Name != nil {
		row.What.Label = *v.Name
	}
	if v.ID != nil {
		row.What.Href = entityPath(*v.ID)
	}
	if v.Role != nil {
		row.Kind = *v.Role
	}
	return row
}

// cited shows paragraphs as they are cited.
func cited(paragraphs []answer.Passage) []shownItem {
	var out []shownItem
	for _, p := range paragraphs {
		out = append(out, shownItem{p.CiteAs, passagePath(p)})
	}
	return out
}
