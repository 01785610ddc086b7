package cache

import (
	"bytes"

	"github.com/klauspost/compress/gzip"
)

// small answers are not worth compressing, in bytes: they fit a packet as they are.
const small = 1 << 10

// An Answer is the body of an answer with the headers that belong to it. It must
// not be changed.
type Answer struct {
	Header map[string]string // Content-Type and what else the body needs
	Body   []byte
	Zipped []byte // Body in gzip, nil where that is not worth it
}

// NewAnswer returns an answer, which it compresses: an answer that is kept is
// sent more often than made.
func NewAnswer(header map[string]string, body []byte) *Answer {
	return &Answer{Header: header, Body: body, Zipped: zip(body)}
}

func zip(body []byte) []byte {
	if len(body) < small {
		return nil
	}
	var b bytes.Buffer
	w := gzip.NewWriter(&b)
	_, err := w.Write(body) // into memory: neither call fails
	if err == nil {
		err = w.Close()
	}
	if err != nil || b.Len() >= len(body) {
		return nil
	}
	return b.Bytes()
}

func (a *Answer) size(key string) int64 {
	return int64(len(key) + len(a.Body) + len(a.Zipped) + overhead)
}
