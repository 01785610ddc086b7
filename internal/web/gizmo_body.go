package web

import (
	"bytes"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http"
)

// queryText reads the body: JSON, or the text itself.
func queryText(r *http.Request) (string, error) {
	body, err := io.ReadAll(r.Body)
	if err != nil {
		return "", fmt.Errorf("reading the body: %w", err)
	}
	text := string(body)
	switch media, _, _ := mime.ParseMediaType(r.Header.Get("Content-Type")); media {
	case "application/json":
		if text, err = queryMember(body); err != nil {
			return "", badRequest{"", err}
		}
	case "", "text/plain", "text/javascript", "application/javascript":
	default:
		return "", errMedia
	}
	return checked(text)
}

// queryMember reads {"query": "…"}.
func queryMember(body []byte) (string, error) {
	var request struct {
		Query string `json:"query"`
	}
	dec := json.NewDecoder(bytes.NewReader(body))
	dec.DisallowUnknownFields()
	if err := dec.Decode(&request); err != nil {
		return "", wrongBody(err)
	}
	if _, err := dec.Token(); err != io.EOF {
		return "", errors.New("the body goes on behind {\"query\": \"…\"}")
	}
	return request.Query, nil
}

// wrongBody says why a body is not {"query": "…"}; the decoder's own words are about
// Go's types.
func wrongBody(err error) error {
	if wrong, ok := errors.AsType[*json.SyntaxError](err); ok {
		return fmt.Errorf("the body is not JSON from its byte %d on", wrong.Offset)
	}
	if errors.Is(err, io.EOF) || errors.Is(err, io.ErrUnexpectedEOF) {
		return errors.New("the body ends where JSON is expected")
	}
	return errors.New("the body is not {\"query\": \"…\"}, an object whose only member is a text")
}
