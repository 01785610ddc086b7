package web_test

import (
	"bufio"
	"bytes"
	"context"
	"encoding/json"
	"fmt"
	"io"
	"log/slog"
	"mime/multipart"
	"net/http"
	"net/http/httptest"
	"strings"
	"sync"
	"testing"
	"time"

	"rapporteur/internal/curation"
	"rapporteur/internal/job"
	"rapporteur/internal/reader/readertest"
	"rapporteur/internal/web"
)

const shortRecord = "The meeting was called to order at 10 a.m.\n1.\tMs. Reed (Norway) said that the Harbour Service kept a register.\nThe meeting rose at 11 a.m.\n"

// adminRequest is one with the token.
func adminRequest(t testing.TB, method, url string, body io.Reader) *http.Request {
	t.Helper()
	r := must(http.NewRequest(method, url, body))(t)
	r.Header.Set("Authorization", "Bearer "+adminToken)
	return r
}

// sendTo sends a request to a server and returns the answer and its body.
func sendTo(t testing.TB, r *http.Request) (*http.Response, string) {
	t.Helper()
	resp := must(http.DefaultClient.Do(r))(t)
	defer resp.Body.Close()
	return resp, string(must(io.ReadAll(resp.Body))(t))
}

// readJob reads a job out of an answer.
func readJob(t testing.TB, body string) job.Job {
	t.Helper()
	var j job.Job
	if err := json.Unmarshal([]byte(body), &j); err != nil {
		t.Fatalf("%s: %v", body, err)
	}
	return j
}

// manyRecords is an archive of records.
func manyRecords(n int) string {
	var files []readertest.File
	for i := range n {
		files = append(files, readertest.File{Name: fmt.Sprintf("CMW_C_SR.%d-EN.txt", i+1), Data: shortRecord})
	}
	return string(readertest.Zip(files...))
}

// Events come while the job runs, over a real connection; a client that is cut off
// goes on where it was, and one that calls the job off sees it end.
func TestEventsWhileItRuns(t *testing.T) {
	h, desk, s := writable(t, curation.Options{}, web.Options{})
	server := httptest.NewServer(h)
	defer server.Close()
	before := s.State()
	resp, body := sendTo(t, adminRequest(t, "POST", server.URL+"/api/v1/records?name=many.zip", strings.NewReader(manyRecords(200))))
	if resp.StatusCode != http.StatusAccepted {
		t.Fatal(resp.Status, body)
	}
	events := server.URL + resp.Header.Get("Location") + "/events"
	stream := must(http.DefaultClient.Do(adminRequest(t, "GET", events, nil)))(t)
	last := ""
	for lines := bufio.NewScanner(stream.Body); lines.Scan() && lines.Text() != "event: result"; {
		if id, ok := strings.CutPrefix(lines.Text(), "id: "); ok {
			last = id
		}
	}
	stream.Body.Close()
	if resp, body := sendTo(t, adminRequest(t, "DELETE", server.URL+resp.Header.Get("Location"), nil)); resp.StatusCode/100 != 2 {
		t.Error(resp.Status, body)
	}
	again := adminRequest(t, "GET", events, nil)
	again.Header.Set("Last-Event-ID", last)
	_, rest := sendTo(t, again)
	if strings.Contains(rest, "id: "+last+"\n") || !strings.Contains(rest, `"state":"cancelled"`) || !strings.HasSuffix(rest, "\n\n") {
		t.Errorf("after %s: %s\nthe job: %+v", last, rest, must(desk.Jobs().Get(readJob(t, body).ID))(t))
	}
	if s.State() != before {
		t.Error("the graph changed")
	}
}

// A page of the server itself sends files and reads events as it reads anything: by
// fetch, with FormData and the token, which no browser asks beforehand for.
func TestFetchOfOwnPage(t *testing.T) {
	h, _, _ := writable(t, curation.Options{}, web.Options{})
	server := httptest.NewServer(h)
	defer server.Close()
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	_ = must(io.WriteString(must(w.CreateFormFile("files", "CMW_C_SR.9-EN.txt"))(t), shortRecord))(t)
	w.Close()
	fetch := func(method, path string, body io.Reader, media string) (*http.Response, string) {
		r := adminRequest(t, method, server.URL+path, body)
		for name, value := range map[string]string{
			"Accept": "*/*", "Content-Type": media, "Origin": server.URL, "Referer": server.URL + "/",
			"Sec-Fetch-Site": "same-origin", "Sec-Fetch-Mode": "cors", "Sec-Fetch-Dest": "empty",
		} {
			r.Header.Set(name, value)
		}
		return sendTo(t, r)
	}
	resp, body := fetch("POST", "/api/v1/records", &form, w.FormDataContentType())
	if resp.StatusCode != http.StatusAccepted {
		t.Fatal(resp.Status, body)
	}
	events := resp.Header.Get("Location") + "/events"
	if resp, body = fetch("GET", events, nil, ""); !strings.Contains(body, `"state":"done"`) || resp.Header.Get("Content-Type") != "text/event-stream" {
		t.Errorf("%s: %s %s", events, resp.Status, body)
	}
}

// HEAD is answered as GET is but for the body, and that of events does not wait for
// the job to end.
func TestHeadOfWriting(t *testing.T) {
	h, desk, _ := writable(t, curation.Options{}, web.Options{})
	held := func(ctx context.Context, _ *job.Report) error {
		<-ctx.Done() // until the desk is closed
		return ctx.Err()
	}
	j := must(desk.Jobs().Add("held", 0, held, nil))(t)
	for target, media := range map[string]string{
		"/api/v1/review":                   "application/json",
		"/api/v1/jobs/" + j.ID + "/events": "text/event-stream",
	} {
		w := ask(h, adminRequest(t, "HEAD", target, nil))
		if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), media) {
			t.Errorf("HEAD %s: %d %s", target, w.Code, w.Header().Get("Content-Type"))
		}
	}
}

// Uploads that come at the same time are all read, one after the other.
func TestUploadsAtTheSameTime(t *testing.T) {
	h, desk, s := writable(t, curation.Options{Uploads: 8}, web.Options{})
	server := httptest.NewServer(h)
	defer server.Close()
	var all sync.WaitGroup
	for n := range 6 {
		all.Go(func() {
			r := adminRequest(t, "POST", fmt.Sprintf("%s/api/v1/records?name=CMW_C_SR.%d-EN.txt", server.URL, n+1), strings.NewReader(shortRecord))
			r.Header.Set("Prefer", "wait=60")
			if resp, body := sendTo(t, r); resp.StatusCode != http.StatusOK || readJob(t, body).State != job.Done {
				t.Error(resp.Status, body)
			}
			get(h, "/api/v1/records")
			_ = desk.Jobs().List()
		})
	}
	all.Wait()
	if stats := must(s.Stats(t.Context()))(t); stats.Records != 6 {
		t.Errorf("%d records", stats.Records)
	}
}

func TestLimitsOfUploads(t *testing.T) {
	bomb := string(readertest.Zip(readertest.File{Name: "CMW_C_SR.1-EN.txt", Data: strings.Repeat("\x00", 8<<20)}))
	for name, c := range map[string]struct {
		options curation.Options
		file    string
		status  int
		says    string
	}{
		"too large":     {curation.Options{Upload: 1000}, strings.Repeat("x", 1001), 413, "larger than one may be"},
		"a zip bomb":    {curation.Options{Unpacked: 1 << 20}, bomb, 200, "it unpacks to more than"},
		"too many":      {curation.Options{Files: 3}, manyRecords(4), 200, "more records than one may have"},
		"too many more": {curation.Options{Files: 3}, manyRecords(400), 200, "more than 106 files in it"},
		"path tricks":   {curation.Options{}, string(readertest.Zip(readertest.File{Name: "../../../../tmp/CMW_C_SR.1-EN.txt", Data: shortRecord})), 200, `"added": 1`},
		"damaged":       {curation.Options{}, "PK\x03\x04 and no more", 200, "the archive is damaged"},
		"out of time":   {curation.Options{Jobs: job.Options{Time: time.Nanosecond}}, manyRecords(3), 200, "ran longer than a job may"},
	} {
		t.Run(name, func(t *testing.T) {
			h, _, s := writable(t, c.options, web.Options{})
			r := httptest.NewRequest("POST", "/api/v1/records?name=x.zip", strings.NewReader(c.file))
			r.Header.Set("Authorization", "Bearer "+adminToken)
			r.Header.Set("Prefer", "wait=60")
			w := ask(h, r)
			if w.Code != c.status || !strings.Contains(w.Body.String(), c.says) {
				t.Errorf("%d %s", w.Code, w.Body)
			}
			if strings.Contains(w.Body.String(), s.Folder()) {
				t.Errorf("it tells where the store is: %s", w.Body)
			}
			if stats := must(s.Stats(t.Context()))(t); stats.Records > 0 != (name == "path tricks") {
				t.Errorf("%d records", stats.Records)
			}
		})
	}
}

// A queue that is full is said so before the upload is read.
func TestFullQueue(t *testing.T) {
	h, desk, _ := writable(t, curation.Options{Jobs: job.Options{Waiting: 1}}, web.Options{})
	started := make(chan struct{})
	held := func(ctx context.Context, _ *job.Report) error {
		close(started)
		<-ctx.Done() // until the desk is closed
		return ctx.Err()
	}
	must(desk.Jobs().Add("held", 0, held, nil))(t)
	<-started
	must(desk.Jobs().Add("waits", 0, held, nil))(t)
	w := ask(h, adminRequest(t, "POST", "/api/v1/records?name=a.txt", failing{t}))
	if w.Code != http.StatusServiceUnavailable || w.Header().Get("Retry-After") == "" {
		t.Errorf("%d %s", w.Code, w.Body)
	}
}

// failing is a body that is not to be read.
type failing struct{ t *testing.T }

func (f failing) Read([]byte) (int, error) {
	f.t.Error("the body was read")
	return 0, io.EOF
}

// A body is not read before the token is right.
func TestBodyOfStrangers(t *testing.T) {
	h, _, _ := writable(t, curation.Options{}, web.Options{})
	for _, target := range []string{"/api/v1/records?name=a.txt", "/api/v1/corrections"} {
		w := ask(h, httptest.NewRequest("POST", target, failing{t}))
		if w.Code != http.StatusUnauthorized || w.Header().Get("WWW-Authenticate") == "" || w.Header().Get("Cache-Control") != "no-store" {
			t.Errorf("%s: %d %v", target, w.Code, w.Header())
		}
	}
}

// Wrong tokens are logged without their text, and after some of them the address
// has to wait, whatever it sends; another address does not.
func TestWrongTokens(t *testing.T) {
	var log bytes.Buffer
	h, _, _ := writable(t, curation.Options{}, web.Options{Log: slog.New(slog.NewTextHandler(&log, nil))})
	try := func(token, from string) *httptest.ResponseRecorder {
		r := httptest.NewRequest("GET", "/api/v1/jobs", nil)
		r.Header.Set("Authorization", "Bearer "+token)
		r.RemoteAddr = from
		return ask(h, r)
	}
	for range 10 {
		if w := try("guess-guess-guess", "192.0.2.7:99"); w.Code != http.StatusUnauthorized {
			t.Fatal(w.Code)
		}
	}
	for _, token := range []string{"guess-guess-guess", adminToken} {
		if w := try(token, "192.0.2.7:100"); w.Code != http.StatusTooManyRequests || w.Header().Get("Retry-After") == "" {
			t.Errorf("%d %v", w.Code, w.Header())
		}
	}
	if w := try(adminToken, "192.0.2.8:99"); w.Code != http.StatusOK {
		t.Errorf("another address: %d", w.Code)
	}
	if !strings.Contains(log.String(), "wrong admin token") || strings.Contains(log.String(), "guess-guess") {
		t.Error("not logged, or with its text")
	}
}

func TestNewToken(t *testing.T) {
	for _, text := range []string{"", "short", strings.Repeat("x", web.MinToken-1), strings.Repeat("x y", 20), strings.Repeat("é", 40), strings.Repeat("x", 40) + "\n"} {
		if _, err := web.NewToken(text); err == nil {
			t.Errorf("%q is taken", text)
		}
	}
	if _, err := web.NewToken(strings.Repeat("x", web.MinToken)); err != nil {
		t.Error(err)
	}
}

// FuzzUpload sends anything as a body to an upload: the answer is no failure of
// the server, and nothing is left on disk.
func FuzzUpload(f *testing.F) {
	var form bytes.Buffer
	w := multipart.NewWriter(&form)
	part := must(w.CreateFormFile("files", "CMW_C_SR.9-EN.txt"))(f)
	_ = must(io.WriteString(part, shortRecord))(f)
	w.Close()
	f.Add(form.Bytes(), w.FormDataContentType(), "", "")
	f.Add([]byte(shortRecord), "text/plain", "CMW_C_SR.9-EN.txt", "")
	f.Add([]byte(manyRecords(2)), "application/zip", "", `attachment; filename="../a.zip"`)
	f.Add([]byte("--x\r\n\r\n"), "multipart/form-data; boundary=x", "\x00", "attachment")
	h, _, s := writable(f, curation.Options{Files: 10, Upload: 1 << 20, Unpacked: 1 << 20}, web.Options{})
	f.Fuzz(func(t *testing.T, body []byte, media, name, disposition string) {
		r := httptest.NewRequest("POST", "/api/v1/records", bytes.NewReader(body))
		if name != "" {
			q := r.URL.Query()
			q.Set("name", name)
			r.URL.RawQuery = q.Encode()
		}
		r.Header = http.Header{"Content-Type": {media}, "Content-Disposition": {disposition}, "Authorization": {"Bearer " + adminToken}, "Prefer": {"wait=60"}}
		w := ask(h, r)
		check(t, r.URL.String(), w)
		if strings.Contains(w.Body.String(), s.Folder()) {
			t.Errorf("it tells where the store is: %s", w.Body)
		}
	})
}
