package main

import (
	"io"
	"net/http"
	"os"
	"strings"

	"github.com/rogpeppe/go-internal/testscript"
)

// fetch writes what an address answers, its status before it, to a file: "fetch
// $URL/metrics FILE".
func fetch(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 2 {
		ts.Fatalf("usage: fetch URL FILE")
	}
	r, err := http.Get(args[0])
	ts.Check(err)
	defer r.Body.Close()
	body, err := io.ReadAll(r.Body)
	ts.Check(err)
	ts.Check(os.WriteFile(ts.MkAbs(args[1]), append([]byte(r.Status+"\n"), body...), 0o644))
}

// addresses keeps where a server serves, from what it says, as $URL and $METRICS.
func addresses(ts *testscript.TestScript, said string) {
	for name, before := range map[string]string{"URL": "serving on ", "METRICS": "metrics on "} {
		if rest, ok := strings.CutPrefix(said, before); ok {
			url, _, _ := strings.Cut(rest, " ")
			ts.Setenv(name, strings.TrimSuffix(url, "/"))
		}
	}
}
