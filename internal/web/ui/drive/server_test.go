package drive_test

import (
	"bufio"
	"fmt"
	"io"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"syscall"
	"testing"
	"time"
)

// A server is a running program.
type server struct {
	url     string // without a slash at the end
	process *exec.Cmd
	ended   chan struct{}
}

var serving = regexp.MustCompile(`^serving on (http://\S+)/ until`)

// begin starts the program to serve on a free port of this machine.
func begin(arguments ...string) (*server, error) {
	process := exec.Command(driven.program, append([]string{"serve", "--listen", "127.0.0.1:0", "--log-level", "warn"}, arguments...)...)
	out, err := process.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := process.Start(); err != nil {
		return nil, err
	}
	s := &server{process: process, ended: make(chan struct{})}
	url := make(chan string, 1)
	var said strings.Builder // until it serves
	go func() {
		defer close(s.ended)
		for lines := bufio.NewScanner(out); lines.Scan(); {
			if m := serving.FindStringSubmatch(lines.Text()); m != nil {
				url <- m[1]
				_, _ = io.Copy(io.Discard, out)
				break
			}
			fmt.Fprintln(&said, lines.Text())
		}
		_ = process.Wait()
	}()
	select {
	case s.url = <-url:
		return s, nil
	case <-s.ended:
	case <-time.After(time.Minute):
		_ = process.Process.Kill()
		<-s.ended
	}
	return nil, fmt.Errorf("serve %v did not begin to serve:\n%s", arguments, said.String())
}

func (s *server) end() {
	_ = s.process.Process.Signal(syscall.SIGTERM)
	select {
	case <-s.ended:
	case <-time.After(20 * time.Second):
		_ = s.process.Process.Kill()
		<-s.ended
	}
}

// serve starts a server of its own for a test, with these arguments of the command.
func serve(t testing.TB, arguments ...string) *server {
	t.Helper()
	needBrowser(t)
	s, err := begin(arguments...)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(s.end)
	return s
}

// records are folders of the records that tests look at: the two samples, and
// invented ones of several meetings, bodies and States.
func records(t testing.TB) []string {
	t.Helper()
	folders := []string{filepath.Join(root, "data", "records"), filepath.Join("testdata", "records")}
	for _, folder := range folders {
		if found, err := os.ReadDir(folder); err != nil || len(found) == 0 {
			t.Fatalf("no records in %s: %v", folder, err)
		}
	}
	return folders
}

var library struct {
	sync.Once
	*server
	err error
}

// reading returns the server that all tests share which only read.
func reading(t testing.TB) *server {
	t.Helper()
	needBrowser(t)
	folders := records(t)
	library.Do(func() {
		library.server, library.err = begin(append([]string{"--store", "mem:"}, folders...)...)
		if library.err == nil {
			atExit = append(atExit, library.end)
		}
	})
	if library.err != nil {
		t.Fatal(library.err)
	}
	return library.server
}

const token = "a-token-that-only-these-tests-have"

// writing starts a server that takes in records and corrections from who has the token.
func writing(t testing.TB) *server {
	t.Helper()
	file := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(file, []byte(token), 0o600); err != nil {
		t.Fatal(err)
	}
	return serve(t, append([]string{"--store", filepath.Join(t.TempDir(), "store"), "--admin-token-file", file}, records(t)...)...)
}

func needBrowser(t testing.TB) {
	t.Helper()
	if driven.missing != "" {
		t.Skip("SKIPPED: ", driven.missing)
	}
}
