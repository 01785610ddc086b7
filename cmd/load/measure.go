package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"os"
	"strings"
	"time"
)

// How much is asked of each.
const (
	mostRequests = 60_000
	longestLoad  = 8 * time.Second
)

// adHoc are Gizmo texts that both programs take, asked about each State in turn. The
// limit is Cayley's own, which it keeps to where a text has none.
var adHoc = []struct{ name, text string }{
	{"agreements of a State", `g.V("<country:STATE>").Out("<rap:cites>").GetLimit(100)`},
	{"paragraphs of a State", `g.V("<country:STATE>").In("<rap:speaksFor>").Tag("paragraph").Out("<rap:cites>").GetLimit(100)`},
	{"who cites a convention", `g.V("<agreement:icrmw>").In("<rap:cites>").Unique().GetLimit(100)`},
	{"a name", `g.V("<agreement:icrmw>").Out("<rdfs:label>").GetLimit(100)`},
}

// question is the program of the named question agreements-cited, as Cayley takes it.
const question = `g.V("<country:STATE>").In("<rap:speaksFor>").Tag("paragraph")
  .SaveOpt("<rap:spokenBy>", "speaker").SaveOpt("<rap:speakerName>", "printed").SaveOpt("<rap:speaksFor>", "speaks_for")
  .Out("<dcterms:isPartOf>").Tag("record").SaveOpt("<dcterms:date>", "date").Back("paragraph")
  .Out("<rap:cites>").Tag("agreement").GetLimit(10000)`

// named are questions with the parameter that takes a State.
var named = []struct{ query, parameter string }{
	{"agreements-cited", "country"},
	{"country-topics", "country"},
	{"country-reviews", "country"},
	{"institutions-of-country", "country"},
	{"ratifications", "what"},
}

func (b *bench) measure(ctx context.Context, out io.Writer, clients int) error {
	ours, err := start(ctx, "rapporteur", "/readyz", b.rapporteur, "serve", "--store", b.store, "--listen", "{address}", "--log-level", "warn")
	if err != nil {
		return err
	}
	defer ours.stop()
	if err := settled(ctx, ours); err != nil {
		return err
	}
	if err := b.namedQueries(out, ours, clients); err != nil {
		return err
	}
	for _, backend := range []string{"memstore", "bolt"} {
		stock, err := b.startStock(ctx, backend)
		if err != nil {
			return err
		}
		err = b.beside(out, ours, stock, backend, clients)
		stock.stop()
		if err != nil {
			return err
		}
	}
	return nil
}

// settled waits until the search index is made: what comes after is to be measured,
// not what goes on beside it.
func settled(ctx context.Context, s *server) error {
	for range 300 {
		r, err := http.Get(s.base + "/api/v1/search?q=migrants&limit=1")
		if err != nil {
			return err
		}
		r.Body.Close()
		if r.StatusCode == http.StatusOK {
			return nil
		}
		select {
		case <-time.After(time.Second):
		case <-ctx.Done():
			return ctx.Err()
		}
	}
	return fmt.Errorf("%s has no search index after five minutes", s.name)
}

// startStock starts Cayley's server with the graph.
func (b *bench) startStock(ctx context.Context, backend string) (*server, error) {
	args := []string{"http", "--host", "{address}", "-d", backend}
	if backend == "memstore" {
		return start(ctx, "cayley "+backend, "/health", b.stock, append(args, "-i", b.quads)...)
	}
	dir := b.store + "." + backend
	if _, err := os.Stat(dir); err != nil {
		if err := command(ctx, ".", b.stock, "load", "--init", "-d", backend, "-a", dir, "-i", b.quads); err != nil {
			return nil, err
		}
	}
	return start(ctx, "cayley "+backend, "/health", b.stock, append(args, "-a", dir, "--read_only")...)
}

// beside asks both the same: a named question, repeated, and ad-hoc texts. Ours
// answers repeated texts from memory; a text with a comment of its own each time is
// answered from the store.
func (b *bench) beside(out io.Writer, ours, stock *server, backend string, clients int) error {
	fmt.Fprintf(out, "\nbeside Cayley's server on %s\n", backend)
	const v1, v2 = "/api/v1/gizmo", "/api/v2/query?lang=gizmo"
	theirs := b.ask(out, "agreements-cited", question, stock, v2, clients)
	m, err := load(b.question(ours, "agreements-cited", "country"), clients, mostRequests, longestLoad)
	if err != nil {
		return err
	}
	report(out, "", "named question", m, theirs)
	for _, q := range adHoc {
		theirs := b.ask(out, q.name, q.text, stock, v2, clients)
		for _, way := range []struct {
			name, path string
			texts      int
		}{{v1, v1, 0}, {"/api/v2/query", v2, 0}, {v1 + ", new texts", v1, mostRequests}} {
			m, err := load(b.about(q.text, ours.base+way.path, way.texts), clients, mostRequests, longestLoad)
			if err != nil {
				return err
			}
			report(out, "", way.name, m, theirs)
		}
	}
	return nil
}

// ask asks Cayley's server and reports. Where it does not answer the measure is zero.
func (b *bench) ask(out io.Writer, name, text string, stock *server, path string, clients int) measure {
	m, err := load(b.about(text, stock.base+path, 0), clients, mostRequests, longestLoad)
	if err != nil {
		fmt.Fprintf(out, "%-24s %-26s fails %v\n", name, "cayley", err)
		return measure{}
	}
	report(out, name, "cayley", m, m)
	return m
}

func report(out io.Writer, name, way string, m, theirs measure) {
	times := "" // where there is nothing to compare with
	if theirs.perSecond > 0 {
		times = fmt.Sprintf(": %.1f times", m.perSecond/theirs.perSecond)
	}
	fmt.Fprintf(out, "%-24s %-26s %s%s\n", name, way, m, times)
}

// about asks a text of each State in turn; with texts, in so many texts that all are
// different and mean the same.
func (b *bench) about(text, address string, texts int) []request {
	var requests []request
	for i := range max(texts, len(b.states)) {
		t := strings.ReplaceAll(text, "STATE", b.states[i%len(b.states)])
		if texts > 0 {
			t += fmt.Sprintf(" // %d", i)
		}
		requests = append(requests, request{http.MethodPost, address, "text/plain", t})
	}
	return requests
}

// question asks a named question about each State in turn.
func (b *bench) question(ours *server, query, parameter string) []request {
	var requests []request
	for _, state := range b.states {
		address := ours.base + "/api/v1/queries/" + query + "?" + url.Values{parameter: {"country:" + state}}.Encode()
		requests = append(requests, request{method: http.MethodGet, url: address})
	}
	return requests
}

// namedQueries asks named questions about all States in turn, first when nobody
// asked them before and then again.
func (b *bench) namedQueries(out io.Writer, ours *server, clients int) error {
	for _, q := range named {
		requests := b.question(ours, q.query, q.parameter)
		first, err := load(requests, clients, len(requests), time.Minute)
		if err != nil {
			return err
		}
		again, err := load(requests, clients, mostRequests, longestLoad)
		if err != nil {
			return err
		}
		fmt.Fprintf(out, "%-24s first  %s\n%-24s again  %s\n", q.query, first, "", again)
	}
	return nil
}
