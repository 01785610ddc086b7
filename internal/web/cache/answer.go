package cache

import (
	"bytes"
	"sync"

	"github.com/klauspost/compress/gzip"
)

// small answers are not worth compressing, in bytes: they fit a packet as they are.
const small = 1 << 10

// An Answer is the body of an answer with the headers that belong to it. It must
// not be changed.
type Answer struct {
	Header map[string]string // Content-Type and what else the body needs
	Body   []byte

	zip    sync.Once
	zipped []byte
}

// NewAnswer returns an answer.
func NewAnswer(header map[string]string, body []byte) *Answer {
	return &Answer{Header: header, Body: body}
}

// Zipped returns the body in gzip, nil where that is not worth it. It is compressed
// when somebody first takes it so: most answers to programs never are.
func (a *Answer) Zipped() []byte {
	a.zip.Do(func() { a.zipped = zip(a.Body) })
	return a.zipped
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

// size is the most that the answer takes with its key, the compressed body included,
// which is never longer than the other.
func (a *Answer) size(key string) int64 {
	size := len(key) + len(a.Body) + overhead
	if len(a.Body) >= small {
		size += len(a.Body)
	}
	return int64(size)
}
