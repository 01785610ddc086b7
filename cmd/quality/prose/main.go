// Prose finds names with github.com/jdkato/prose for the comparison of
// docs/quality.md. It is a module of its own, so that Rapporteur does not depend
// on what it is compared with.
//
// It reads one request from standard input and writes one answer; both are
// described in the parent folder.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"runtime"
	"runtime/debug"
	"time"

	"github.com/jdkato/prose/v2"
)

const module = "github.com/jdkato/prose/v2"

type request struct {
	Rounds int      `json:"rounds"`
	Texts  []string `json:"texts"`
}

type answer struct {
	Name    string   `json:"name"`
	Version string   `json:"version"`
	Seconds float64  `json:"seconds"`
	Found   [][]span `json:"found"`
}

type span struct {
	Type  string `json:"type"`
	Start int    `json:"start"`
	End   int    `json:"end"`
}

func main() {
	log.SetFlags(0)
	var req request
	if err := json.NewDecoder(os.Stdin).Decode(&req); err != nil {
		log.Fatalf("prose: reading the request: %v", err)
	}
	ans, err := find(req)
	if err != nil {
		log.Fatalf("prose: %v", err)
	}
	if err := json.NewEncoder(os.Stdout).Encode(ans); err != nil {
		log.Fatalf("prose: writing the answer: %v", err)
	}
}

// find reads all texts in each round; the quickest round counts. The model is
// loaded before, and sentences, which names do not need, are left out.
func find(req request) (answer, error) {
	model := prose.ModelFromData("en")
	ans := answer{Name: "prose", Version: version() + ", " + runtime.Version()}
	for round := range req.Rounds {
		var docs []*prose.Document
		start := time.Now()
		for _, text := range req.Texts {
			doc, err := prose.NewDocument(text, prose.UsingModel(model), prose.WithSegmentation(false))
			if err != nil {
				return answer{}, err
			}
			docs = append(docs, doc)
		}
		if s := time.Since(start).Seconds(); round == 0 || s < ans.Seconds {
			ans.Seconds = s
		}
		if round == 0 {
			for _, doc := range docs {
				found, err := spans(doc)
				if err != nil {
					return answer{}, err
				}
				ans.Found = append(ans.Found, found)
			}
		}
	}
	return ans, nil
}

// version returns the version of prose that this program was built with.
func version() string {
	if info, ok := debug.ReadBuildInfo(); ok {
		for _, dep := range info.Deps {
			if dep.Path == module {
				return dep.Version
			}
		}
	}
	return fmt.Sprintf("(unknown version of %s)", module)
}
