package main

import (
	"bufio"
	"bytes"
	"context"
	"fmt"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

const testToken = "a-token-for-tests-and-nothing-else"

// A running is "rapporteur serve" in this process.
type running struct {
	url    string
	status <-chan int
	stop   context.CancelFunc
}

// serveHere starts "rapporteur serve ARG…" and returns once it serves.
func serveHere(t *testing.T, args ...string) running {
	t.Helper()
	ctx, stop := context.WithCancel(context.Background())
	t.Cleanup(stop)
	out, in := io.Pipe()
	status := make(chan int, 1)
	go func() {
		got := run(ctx, append([]string{"serve", "--listen", "127.0.0.1:0"}, args...), strings.NewReader(""), io.Discard, in)
		in.Close()
		status <- got
	}()
	lines := bufio.NewScanner(out)
	var said []string
	for lines.Scan() {
		said = append(said, lines.Text())
		if _, url, ok := strings.Cut(lines.Text(), "serving on "); ok {
			go func() { _, _ = io.Copy(io.Discard, out) }()
			url, _, _ = strings.Cut(url, "/ ")
			return running{url, status, stop}
		}
	}
	t.Fatalf("it does not serve: %d\n%s", <-status, strings.Join(said, "\n"))
	return running{}
}

// send sends a request with the token and returns status and body.
func (r running) send(t *testing.T, method, path, body string) (int, string) {
	t.Helper()
	req, err := http.NewRequest(method, r.url+path, strings.NewReader(body))
	if err != nil {
		t.Fatal(err)
	}
	req.Header = http.Header{"Authorization": {"Bearer " + testToken}, "Prefer": {"wait=60"}}
	if strings.HasPrefix(body, "{") {
		req.Header.Set("Content-Type", "application/json")
	}
	resp, err := http.DefaultClient.Do(req)
	if err != nil {
		t.Fatal(err)
	}
	defer resp.Body.Close()
	data, err := io.ReadAll(resp.Body)
	if err != nil {
		t.Fatal(err)
	}
	return resp.StatusCode, string(data)
}

// command runs a command line and returns its status and what it said.
func command(args ...string) (int, string) {
	var out bytes.Buffer
	status := run(context.Background(), args, strings.NewReader(""), &out, &out)
	return status, out.String()
}

const harbour = "The meeting was called to order at 10 a.m.\n" +
	"1.\tMs. Reed (Norway) said that the National Harbour Service had been set up.\n" +
	"2.\tThe Harbour Service kept a register of seafarers.\nThe meeting rose at 11 a.m.\n"

// TestServeWrites writes over HTTP and then uses the store by the command line,
// for which what was written holds.
func TestServeWrites(t *testing.T) {
	dir := t.TempDir()
	db, token, record := filepath.Join(dir, "db"), filepath.Join(dir, "token"), filepath.Join(dir, "CMW_C_SR.9-EN.txt")
	for path, text := range map[string]string{token: testToken + "\n", record: harbour} {
		if err := os.WriteFile(path, []byte(text), 0o600); err != nil {
			t.Fatal(err)
		}
	}
	r := serveHere(t, "--store", db, "--admin-token-file", token)
	for _, step := range []struct{ method, path, body, want string }{
		{"GET", "/api/v1/session", "", `"authorized": true`},
		{"POST", "/api/v1/records?name=CMW_C_SR.9-EN.txt", harbour, `"added": 1`},
		{"POST", "/api/v1/corrections", `{"action": "merge", "id": "institution:NOR/harbour-service", "into": "institution:NOR/national-harbour-service", "reason": "one"}`, `"replaced": 1`},
		{"GET", "/api/v1/records/CMW/C/SR.9/paragraphs/2", "", `"id": "institution:NOR/national-harbour-service"`},
		{"GET", "/api/v1/entities?q=Harbour%20Service", "", `"total": 1`},
	} {
		if status, got := r.send(t, step.method, step.path, step.body); status != http.StatusOK || !strings.Contains(got, step.want) {
			t.Errorf("%s %s: %d %s", step.method, step.path, status, got)
		}
	}
	if status, said := command("export", "--store", db); status != statusLocked {
		t.Errorf("reading beside it: %d %s", status, said)
	}
	r.stop()
	if status := <-r.status; status != statusOK {
		t.Errorf("it ended with %d", status)
	}
	if status, said := command("ingest", "--store", db, record); status != statusOK || !strings.Contains(said, "1 unchanged") {
		t.Errorf("ingest: %d %s", status, said)
	}
	other := filepath.Join(dir, "other")
	if status, said := command("ingest", "--store", other, filepath.Join(db, "sources")); status != statusOK || !strings.Contains(said, "1 added") {
		t.Errorf("ingest of the kept files: %d %s", status, said)
	}
	if status, said := command("delete", "--store", db, "CMW/C/SR.9"); status != statusOK {
		t.Errorf("delete: %d %s", status, said)
	}
	if kept, _ := filepath.Glob(filepath.Join(db, "sources", "*", "*")); len(kept) > 0 {
		t.Errorf("still kept: %v", kept)
	}
}

// Who watches a job does not keep the server from ending.
func TestServeEndsWhileWatched(t *testing.T) {
	t.Setenv(tokenVariable, testToken)
	r := serveHere(t, "--store", "mem:")
	var many strings.Builder
	for n := range 4000 {
		fmt.Fprintf(&many, "%d.\tMs. Reed (Norway) said that the Ministry of Health had hired %d nurses.\n", n+1, n)
	}
	req, _ := http.NewRequest("POST", r.url+"/api/v1/records?name=CMW_C_SR.9-EN.txt", strings.NewReader("The meeting was called to order at 10 a.m.\n"+many.String()+"The meeting rose at 11 a.m.\n"))
	req.Header.Set("Authorization", "Bearer "+testToken)
	resp, err := http.DefaultClient.Do(req)
	if err != nil || resp.StatusCode != http.StatusAccepted {
		t.Fatal(resp, err)
	}
	resp.Body.Close()
	watch, _ := http.NewRequest("GET", r.url+resp.Header.Get("Location")+"/events", nil)
	watch.Header.Set("Authorization", "Bearer "+testToken)
	events, err := http.DefaultClient.Do(watch)
	if err != nil {
		t.Fatal(err)
	}
	defer events.Body.Close()
	r.stop()
	if status := <-r.status; status != statusOK {
		t.Errorf("it ended with %d", status)
	}
	said, err := io.ReadAll(events.Body)
	if err != nil || !strings.Contains(string(said), `"state":"cancelled"`) && !strings.Contains(string(said), `"state":"done"`) {
		t.Errorf("%v: %s", err, said)
	}
}

func TestTokens(t *testing.T) {
	short := filepath.Join(t.TempDir(), "token")
	if err := os.WriteFile(short, []byte("secret\n"), 0o600); err != nil {
		t.Fatal(err)
	}
	for want, args := range map[string][]string{
		"needs 24 at least":    {"--admin-token-file", short},
		"--admin-token-file: ": {"--admin-token-file", short + "2"},
		"--max-upload":         {"--max-upload", "0"},
	} {
		if status, said := command(append([]string{"serve", "--store", "mem:"}, args...)...); status != statusUsage || !strings.Contains(said, want) || strings.Contains(said, "secret") {
			t.Errorf("%v: %d %s", args, status, said)
		}
	}
	t.Setenv(tokenVariable, "with a space and long enough")
	if status, said := command("serve", "--store", "mem:"); status != statusUsage || !strings.Contains(said, tokenVariable) {
		t.Errorf("%d %s", status, said)
	}
}
