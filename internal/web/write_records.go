package web

import (
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/http"
	"strings"
	"time"

	"github.com/gin-gonic/gin"

	"rapporteur/internal/curation"
)

var errUploadMedia = errors.New("send files as multipart/form-data, or one file as the body with its name in ?name= or Content-Disposition")

// uploadRecords takes files and reads their records into the graph, as a job.
func (s *site) uploadRecords(c *gin.Context) error {
	f, err := parameters(c, "name")
	if err != nil {
		return err
	}
	out := http.NewResponseController(c.Writer) // errors say that there is no deadline, as in tests
	_ = out.SetReadDeadline(time.Now().Add(s.options.UploadTime))
	_ = out.SetWriteDeadline(time.Now().Add(s.options.UploadTime + sending))
	upload, err := s.writer.NewUpload()
	if err != nil {
		return err
	}
	defer upload.Close() // which removes what no job has taken
	if err := receive(c, upload, f["name"]); err != nil {
		return err
	}
	j, err := s.writer.Ingest(upload)
	if err != nil {
		return err
	}
	return s.accepted(c, j, plainly)
}

// receive writes the body of a request into an upload.
func receive(c *gin.Context, upload *curation.Upload, name string) error {
	media, _, err := mime.ParseMediaType(c.GetHeader("Content-Type"))
	switch {
	case media == "multipart/form-data":
		return receiveParts(c, upload)
	case strings.HasPrefix(media, "multipart/"), err != nil && c.GetHeader("Content-Type") != "":
		return errUploadMedia
	}
	if name == "" {
		_, disposition, _ := mime.ParseMediaType(c.GetHeader("Content-Disposition"))
		name = disposition["filename"]
	}
	if name == "" && media == "application/x-www-form-urlencoded" { // with a name it is a file, whose type curl takes for granted
		return errUploadMedia
	}
	return add(upload, name, c.Request.Body)
}

func receiveParts(c *gin.Context, upload *curation.Upload) error {
	parts, err := c.Request.MultipartReader()
	if err != nil {
		return badRequest{"", errors.New("the body is not multipart/form-data as its header says")}
	}
	for {
		part, err := parts.NextRawPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err != nil {
			return broken(err)
		}
		if err := receivePart(part, upload); err != nil {
			return err
		}
	}
}

func receivePart(part *multipart.Part, upload *curation.Upload) error {
	_, disposition, _ := mime.ParseMediaType(part.Header.Get("Content-Disposition"))
	name, isFile := disposition["filename"]
	if !isFile {
		return badRequest{part.FormName(), errors.New("it is not a file; every part of the body is to be one, with a file name")}
	}
	return add(upload, name, part)
}

// add writes a file of an upload, and tells what the client did wrong from what
// the server could not do.
func add(upload *curation.Upload, name string, body io.Reader) error {
	r := &received{Reader: body}
	err := upload.Add(name, r)
	if r.err != nil {
		return broken(r.err)
	}
	if errors.Is(err, curation.ErrName) {
		return badRequest{"name", err}
	}
	return err
}

// received remembers why a body could not be read.
type received struct {
	io.Reader
	err error
}

func (r *received) Read(p []byte) (int, error) {
	n, err := r.Reader.Read(p)
	if err != nil && !errors.Is(err, io.EOF) {
		r.err = err
	}
	return n, err
}

// broken is the error of a body that ends early, comes too slowly, or is not of
// its form.
func broken(err error) error {
	if tooLarge, ok := errors.AsType[*http.MaxBytesError](err); ok {
		return tooLarge
	}
	return badRequest{"", fmt.Errorf("the body cannot be read to its end; nothing of it was used")}
}

// deleteRecord removes a record, as a job.
func (s *site) deleteRecord(c *gin.Context) error {
	symbol := strings.TrimPrefix(c.Param("symbol"), "/")
	if !plain(symbol) || symbol == "" {
		return errNoRoute
	}
	j, err := s.writer.Delete(c.Request.Context(), strings.TrimPrefix(symbol, "record:"))
	if err != nil {
		return err
	}
	return s.accepted(c, j, plainly)
}
