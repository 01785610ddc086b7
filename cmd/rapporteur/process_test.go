package main

import (
	"bufio"
	"bytes"
	"context"
	"errors"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"testing"
	"time"

	"github.com/rogpeppe/go-internal/testscript"
)

// served is the process that a script's "serve" started.
type served struct {
	cmd  *exec.Cmd
	said *bytes.Buffer
	end  chan error
}

// serve starts "rapporteur serve ARG…" and goes on once it serves; "stop" ends
// it by an interrupt, as Ctrl-C does.
func serve(ts *testscript.TestScript, neg bool, args []string) {
	if neg {
		ts.Fatalf("usage: serve ARG…")
	}
	cmd := program(ts, append([]string{"serve", "--listen", "127.0.0.1:0"}, args...)...)
	stderr, err := cmd.StderrPipe()
	ts.Check(err)
	ts.Check(cmd.Start())
	s := &served{cmd: cmd, said: new(bytes.Buffer), end: make(chan error, 1)}
	ts.Defer(func() { _ = cmd.Process.Kill() })
	lines := bufio.NewScanner(io.TeeReader(stderr, s.said))
	for lines.Scan() {
		addresses(ts, lines.Text())
		if strings.HasPrefix(lines.Text(), "serving on ") {
			go func() {
				_, _ = io.Copy(io.Discard, stderr)
				s.end <- cmd.Wait()
			}()
			*ts.Value(servedKey{}).(*served) = *s
			return
		}
	}
	ts.Fatalf("it does not serve: %v\n%s", cmd.Wait(), s.said)
}

type servedKey struct{}

func stop(ts *testscript.TestScript, neg bool, args []string) {
	s := ts.Value(servedKey{}).(*served)
	if neg || len(args) > 0 || s.cmd == nil {
		ts.Fatalf("usage: stop, after serve")
	}
	ts.Check(s.cmd.Process.Signal(os.Interrupt))
	if err := <-s.end; err != nil {
		ts.Fatalf("serve ended with %v", err)
	}
}

// interrupt runs rapporteur with a standard input on which nothing ever comes
// and interrupts it until it ends.
func interrupt(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) == 0 {
		ts.Fatalf("usage: interrupt ARG…")
	}
	in, silent, err := os.Pipe()
	ts.Check(err)
	defer silent.Close()
	defer in.Close()
	cmd := program(ts, args...)
	cmd.Stdin = in
	ts.Check(cmd.Start())
	end := make(chan error, 1)
	go func() { end <- cmd.Wait() }()
	for {
		select {
		case err := <-end:
			if err == nil {
				ts.Fatalf("it ended well")
			}
			return
		case <-time.After(50 * time.Millisecond):
			_ = cmd.Process.Signal(os.Interrupt) // it may have ended by now
		}
	}
}

// program is a command line of rapporteur in the script's folder.
func program(ts *testscript.TestScript, args ...string) *exec.Cmd {
	path := ""
	for _, dir := range filepath.SplitList(ts.Getenv("PATH")) {
		if file := filepath.Join(dir, "rapporteur"); exists(file) {
			path = file
			break
		}
	}
	cmd := exec.Command(path, args...)
	cmd.Dir = ts.MkAbs(".")
	cmd.Env = append(os.Environ(), "PATH="+ts.Getenv("PATH"))
	return cmd
}

// damage writes zeros over a file from its fifth page on: "damage FILE".
func damage(ts *testscript.TestScript, neg bool, args []string) {
	if neg || len(args) != 1 {
		ts.Fatalf("usage: damage FILE")
	}
	path := ts.MkAbs(args[0])
	data, err := os.ReadFile(path)
	ts.Check(err)
	clear(data[4*os.Getpagesize():])
	ts.Check(os.WriteFile(path, data, 0o644))
}

// One interrupt ends a query that waits for standard input.
func TestGizmoInputInterrupted(t *testing.T) {
	in, silent := io.Pipe()
	defer silent.Close()
	ctx, cancel := context.WithCancel(t.Context())
	cancel()
	if _, err := readAll(ctx, in); !errors.Is(err, context.Canceled) {
		t.Errorf("error %v; want %v", err, context.Canceled)
	}
}
