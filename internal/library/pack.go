package library

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"errors"
	"fmt"
	"io"

	"rapporteur/internal/pipeline"
	"rapporteur/internal/reader/limit"
)

// maxFile bounds what a kept file unpacks to, in bytes; the reader takes no more.
const maxFile = 65 << 20

// pack writes a file, and the one beside it, as an archive. It is the same bytes
// for the same file.
func pack(f pipeline.File) ([]byte, error) {
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	w := tar.NewWriter(z)
	err := put(w, f.Name, f.Content)
	if err == nil && f.MetaName != "" {
		err = put(w, f.MetaName, f.Meta)
	}
	if err := errors.Join(err, w.Close(), z.Close()); err != nil {
		return nil, err
	}
	return out.Bytes(), nil
}

func put(w *tar.Writer, name string, data []byte) error {
	if err := w.WriteHeader(&tar.Header{Name: name, Typeflag: tar.TypeReg, Mode: 0o644, Size: int64(len(data))}); err != nil {
		return err
	}
	_, err := w.Write(data)
	return err
}

func unpack(data []byte) (pipeline.File, error) {
	z, err := gzip.NewReader(bytes.NewReader(data))
	if err != nil {
		return pipeline.File{}, err
	}
	r := tar.NewReader(z)
	var f pipeline.File
	if f.Name, f.Content, err = take(r); err != nil {
		return f, fmt.Errorf("no file in it: %w", err)
	}
	f.MetaName, f.Meta, err = take(r)
	if errors.Is(err, io.EOF) {
		err = nil
	}
	return f, err
}

func take(r *tar.Reader) (name string, data []byte, err error) {
	h, err := r.Next()
	if err != nil {
		return "", nil, err
	}
	data, err = limit.ReadAll(r, maxFile)
	return h.Name, data, err
}
