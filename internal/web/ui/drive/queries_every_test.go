package drive_test

import (
	"fmt"
	"net/url"
	"testing"
)

// An example is a question that the server says it has an answer to.
type example struct{ Query, Question, Href string }

func examples(t testing.TB, s *server) []example {
	t.Helper()
	list := answer[struct{ Examples []example }](t, s, "/api/v1/examples").Examples
	if len(list) == 0 {
		t.Fatal("there are no examples")
	}
	return list
}

// TestEveryQuestion opens the form of each named query, and asks it what it has an answer to.
func TestEveryQuestion(t *testing.T) {
	s := reading(t)
	list := answer[struct {
		Queries []struct {
			Name, Title string
			Parameters  []struct{ Name string }
		}
	}](t, s, "/api/v1/queries")
	if len(list.Queries) == 0 {
		t.Fatal("there are no queries")
	}
	p := visit(t, s, "/queries")
	for _, q := range list.Queries {
		p.goTo("/queries/" + q.Name)
		p.find("heading", q.Title)
		p.find("button", "Ask")
		if got := p.count("form.card .field"); got != len(q.Parameters) {
			t.Errorf("%s: %d fields, want %d", q.Name, got, len(q.Parameters))
		}
	}
	for _, e := range examples(t, s) {
		rows := answer[struct{ Rows []any }](t, s, e.Href).Rows
		address, err := url.Parse(e.Href)
		if err != nil {
			t.Fatal(err)
		}
		p.goTo("/queries/" + e.Query + "?" + address.RawQuery)
		p.waitFor("the rows of "+e.Href, fmt.Sprintf(`document.querySelectorAll("tbody tr").length === %d`, min(len(rows), 100)))
	}
}

// TestNoSuchQuestion says so.
func TestNoSuchQuestion(t *testing.T) {
	p := visit(t, reading(t), "/queries/weather")
	p.see("There is no question called “weather”")
	p.click("link", "All questions")
	p.at("/queries")
}
