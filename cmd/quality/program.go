package main

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"os/exec"
	"strings"

	"rapporteur/internal/score/peer"
)

// A program finds names when its command is run in its folder.
type program struct {
	folder  string
	command []string
}

type request struct {
	Rounds int      `json:"rounds"`
	Texts  []string `json:"texts"`
}

// An answer is what a program says it found, a list for each text.
type answer struct {
	Name    string        `json:"name"`
	Version string        `json:"version"`
	Seconds float64       `json:"seconds"` // of the quickest round, all texts
	Found   [][]peer.Span `json:"found"`
}

// askAll returns what Rapporteur and then the other programs find in the texts
// of the gold's paragraphs. Each runs alone.
func askAll(records gold) ([]answer, error) {
	own, err := records.read()
	if err != nil {
		return nil, err
	}
	answers := []answer{own}
	for _, p := range programs {
		a, err := p.ask(request{Rounds: rounds, Texts: records.texts()})
		if err != nil {
			return nil, fmt.Errorf("%s: %w", p.folder, err)
		}
		answers = append(answers, a)
	}
	return answers, nil
}

func (p program) ask(r request) (a answer, err error) {
	in, err := json.Marshal(r)
	if err != nil {
		return a, err
	}
	cmd := exec.Command(p.command[0], p.command[1:]...)
	cmd.Dir, cmd.Stdin, cmd.Stderr = p.folder, bytes.NewReader(in), os.Stderr
	out, err := cmd.Output()
	if err != nil {
		return a, fmt.Errorf("running %s: %w", strings.Join(p.command, " "), err)
	}
	if err := json.Unmarshal(out, &a); err != nil {
		return a, fmt.Errorf("reading its answer: %w", err)
	}
	if len(a.Found) != len(r.Texts) {
		return a, fmt.Errorf("it answered for %d of %d texts", len(a.Found), len(r.Texts))
	}
	return a, nil
}
