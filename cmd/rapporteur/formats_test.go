package main

import (
	"archive/tar"
	"bytes"
	"compress/gzip"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rapporteur/internal/reader/readertest"
)

// record is a short one of a meeting.
func shortRecord(symbol, meeting string) string {
	return symbol + "\nSummary record of the " + meeting + " meeting\nHeld at the Palais Wilson, Geneva, on Monday, 9 April 2018, at 3 p.m.\n" +
		"The meeting was called to order at 3.05 p.m.\n1.\tThe Chair said that the Committee had received the report.\nThe meeting rose at 6 p.m.\n"
}

func tgz(t *testing.T, files ...readertest.File) []byte {
	t.Helper()
	var out bytes.Buffer
	z := gzip.NewWriter(&out)
	w := tar.NewWriter(z)
	for _, f := range files {
		if err := w.WriteHeader(&tar.Header{Name: f.Name, Typeflag: tar.TypeReg, Mode: 0o644, Size: int64(len(f.Data))}); err != nil {
			t.Fatal(err)
		}
		if _, err := w.Write([]byte(f.Data)); err != nil {
			t.Fatal(err)
		}
	}
	if err := w.Close(); err != nil {
		t.Fatal(err)
	}
	if err := z.Close(); err != nil {
		t.Fatal(err)
	}
	return out.Bytes()
}

// TestEveryFormatFromAFolder ingests a folder that holds a record in each format,
// in archives and beside files that say its symbol.
func TestEveryFormatFromAFolder(t *testing.T) {
	dir := t.TempDir()
	lines := func(symbol, meeting string) []string {
		return strings.Split(strings.TrimSpace(shortRecord(symbol, meeting)), "\n")
	}
	page := func(symbol, meeting string) string {
		return "<!DOCTYPE html><html><body><p>" + strings.Join(lines(symbol, meeting), "</p><p>") + "</p></body></html>"
	}
	word := func(symbol, meeting string) []byte {
		return readertest.DOCX(readertest.File{Name: "document", Data: "<w:p><w:r><w:t>" + strings.Join(lines(symbol, meeting), "</w:t></w:r></w:p><w:p><w:r><w:t>") + "</w:t></w:r></w:p>"})
	}
	portable := func(symbol, meeting string) []byte {
		var s readertest.Setter
		for _, l := range lines(symbol, meeting) {
			s.Paragraph(l)
		}
		return s.Bytes()
	}
	inner := readertest.Zip(readertest.File{Name: "CMW_C_SR.9606-EN.txt", Data: shortRecord("CMW/C/SR.9606", "9606th")})
	for name, data := range map[string][]byte{
		"a.htm":              []byte(page("CMW/C/SR.9601", "9601st")),
		"b.docx":             word("CMW/C/SR.9602", "9602nd"),
		"c.pdf":              portable("CMW/C/SR.9603", "9603rd"),
		"d.zip":              readertest.Zip(readertest.File{Name: "en/d.html", Data: page("CMW/C/SR.9604", "9604th")}, readertest.File{Name: "en/photo.jpg", Data: "\xff\xd8"}, readertest.File{Name: "en/older.zip", Data: string(inner)}),
		"e.tar.gz":           tgz(t, readertest.File{Name: "e/G1800001.docx", Data: string(word("", "9605th"))}, readertest.File{Name: "e/G1800001.meta.yaml", Data: "symbol: CMW/C/SR.9605\nsource_url: https://example.org/e\nretrieved: 2024-05-17\n"}),
		"G1800002.txt":       []byte(shortRecord("", "9607th")),
		"notes.bin":          {1, 2, 3},
		"G1800002.yaml":      []byte("symbol: of another program"),
		"G1800003.txt":       []byte(shortRecord("", "9608th")),
		"G1800003.meta.yaml": []byte("symbol: CMW/C/SR.9608\nsymbols: x\n"),
	} {
		if err := os.WriteFile(filepath.Join(dir, name), data, 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	db := filepath.Join(t.TempDir(), "store")
	if status := run(context.Background(), []string{"ingest", "--store", db, dir}, strings.NewReader(""), &out, &errs); status != statusSomeBad {
		t.Errorf("status %d, want %d", status, statusSomeBad)
	}
	for _, want := range []string{
		"a.htm: added CMW/C/SR.9601: 1 paragraphs", "b.docx: added CMW/C/SR.9602: 1 paragraphs", "c.pdf: added CMW/C/SR.9603: 1 paragraphs",
		"d.zip!en/d.html: added CMW/C/SR.9604: 1 paragraphs", "d.zip!en/older.zip!CMW_C_SR.9606-EN.txt: added CMW/C/SR.9606",
		"e.tar.gz!e/G1800001.docx: added CMW/C/SR.9605", "6 added, 0 replaced, 0 unchanged, 2 failed",
		"G1800002.txt: failed: no symbol was found in the text or in the file name; write it into G1800002.meta.yaml",
		`G1800003.meta.yaml: line 2: unknown field "symbols"`,
	} {
		if !strings.Contains(errs.String(), want) {
			t.Errorf("not reported: %q", want)
		}
	}
	if t.Failed() {
		t.Log(errs.String())
	}
	if status := run(context.Background(), []string{"export", "--store", db}, strings.NewReader(""), &out, &errs); status != 0 {
		t.Fatal(errs.String())
	}
	if !strings.Contains(out.String(), "https://example.org/e") {
		t.Error("the export does not say where the record was found")
	}
}

// TestCorrigendumIsTiedToItsRecord ingests a record and its corrigendum: both
// stay, and the one says what it corrects.
func TestCorrigendumIsTiedToItsRecord(t *testing.T) {
	dir, db := t.TempDir(), filepath.Join(t.TempDir(), "store")
	corrigendum := "CMW/C/SR.9601/Corr.1\nSummary record of the 9601st meeting\nCorrigendum\nParagraph 1\nFor report read reports\n"
	for name, data := range map[string]string{"a.txt": shortRecord("CMW/C/SR.9601", "9601st"), "b.txt": corrigendum} {
		if err := os.WriteFile(filepath.Join(dir, name), []byte(data), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	var out, errs bytes.Buffer
	for _, args := range [][]string{{"ingest", "--store", db, dir}, {"export", "--store", db}} {
		if status := run(context.Background(), args, strings.NewReader(""), &out, &errs); status != 0 {
			t.Fatal(errs.String())
		}
	}
	export := out.String()
	if n := strings.Count(export, "/corrects>"); n != 2 && strings.Count(export, "corrects> ") != 2 {
		t.Errorf("%d links between corrigendum and record, want 2:\n%s", n, export)
	}
}
