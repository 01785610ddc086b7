package main

import (
	"context"
	"fmt"
	"io"
	"net/url"
	"os"
	"time"
)

// How much is asked of each.
const (
	mostRequests = 60_000
	longestLoad  = 8 * time.Second
)

// adHoc are Gizmo texts that both programs take.
var adHoc = []struct{ name, text string }{
	{"a State's agreements", `g.V("<country:AZE>").Out("<rap:cites>").All()`},
	{"who cites the convention", `g.V("<agreement:icrmw>").In("<rap:cites>").Unique().All()`},
	{"where it is cited", `g.V("<country:AZE>").In("<rap:speaksFor>").Tag("paragraph").Out("<rap:cites>").All()`},
	{"a text", `g.V("<agreement:icrmw>").Out("<rdfs:label>").All()`},
}

// named are questions with the parameter that takes a State.
var named = []struct{ query, parameter string }{
	{"agreements-cited", "country"},
	{"country-topics", "country"},
	{"country-reviews", "country"},
	{"institutions-of-country", "country"},
	{"ratifications", "what"},
}

func (b *bench) measure(ctx context.Context, out io.Writer, clients int) error {
	ours, err := start(ctx, "rapporteur", "/readyz", b.rapporteur, "serve", "--store", b.store, "--listen", "{address}")
	if err != nil {
		return err
	}
	defer ours.stop()
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

// beside sends the same to both.
func (b *bench) beside(out io.Writer, ours, stock *server, backend string, clients int) error {
	fmt.Fprintf(out, "\nbeside Cayley's server on %s\n", backend)
	for _, q := range adHoc {
		theirs := request{"POST", stock.base + "/api/v2/query?lang=gizmo&limit=10000", "text/plain", q.text}
		for _, r := range []struct {
			name string
			request
		}{
			{"cayley", theirs},
			{"POST /api/v1/gizmo", request{"POST", ours.base + "/api/v1/gizmo", "text/plain", q.text}},
			{"POST /api/v2/query", request{"POST", ours.base + "/api/v2/query?lang=gizmo&limit=10000", "text/plain", q.text}},
		} {
			m, err := load([]request{r.request}, clients, mostRequests, longestLoad)
			if err != nil {
				return err
			}
			fmt.Fprintf(out, "%-26s %-20s %s\n", q.name, r.name, m)
		}
	}
	q := request{method: "GET", url: ours.base + "/api/v1/queries/agreements-cited?country=AZE"}
	m, err := load([]request{q}, clients, mostRequests, longestLoad)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%-26s %-20s %s\n", adHoc[0].name, "agreements-cited", m)
	return nil
}

// namedQueries asks named questions about all States in turn, first when nobody
// asked them before and then again.
func (b *bench) namedQueries(out io.Writer, ours *server, clients int) error {
	for _, q := range named {
		var requests []request
		for _, state := range b.states {
			requests = append(requests, request{method: "GET", url: ours.base + "/api/v1/queries/" + q.query + "?" + url.Values{q.parameter: {"country:" + state}}.Encode()})
		}
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
