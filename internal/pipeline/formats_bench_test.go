package pipeline_test

import (
	"bytes"
	"context"
	"fmt"
	"html"
	"io"
	"runtime"
	"strings"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/graph"
	"rapporteur/internal/pipeline"
	"rapporteur/internal/reader/readertest"
	"rapporteur/internal/record"
)

// sample is the longer sample record, of the length that most records have.
func sample(b *testing.B, p *pipeline.Pipeline) *record.Record {
	b.Helper()
	for _, s := range sampleSources(b) {
		found, err := p.ReadSource(s)
		if err != nil {
			b.Fatal(err)
		}
		if len(found.Record.Paragraphs) > 50 {
			return found.Record
		}
	}
	b.Fatal("no sample record of usual length")
	return nil
}

const opening, closing = "The meeting was called to order at 10 a.m.", "The meeting rose at 1 p.m."

// textOf writes rec again as plain text, its paragraphs so many times over.
func textOf(rec *record.Record, times int) string {
	var b strings.Builder
	b.WriteString(opening + "\n")
	for i := range times * len(rec.Paragraphs) {
		fmt.Fprintf(&b, "%d.\t%s\n", i+1, rec.Paragraphs[i%len(rec.Paragraphs)].Text)
	}
	b.WriteString(closing + "\n")
	return b.String()
}

func docxOf(rec *record.Record) []byte {
	var b strings.Builder
	write := func(properties, text string) {
		b.WriteString("<w:p><w:pPr>" + properties + "</w:pPr>")
		for part := range strings.SplitAfterSeq(text, ", ") {
			b.WriteString(`<w:r w:rsidR="00A1"><w:rPr><w:lang w:val="en-GB"/></w:rPr><w:t xml:space="preserve">` + html.EscapeString(part) + "</w:t></w:r>")
		}
		b.WriteString("</w:p>")
	}
	write("", opening)
	for _, p := range rec.Paragraphs {
		write(`<w:numPr><w:ilvl w:val="0"/><w:numId w:val="3"/></w:numPr>`, p.Text)
	}
	write("", closing)
	return readertest.DOCX(
		readertest.File{Name: "document", Data: b.String()},
		readertest.File{Name: "numbering", Data: `<w:abstractNum w:abstractNumId="7"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>` +
			`<w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num>`},
	)
}

func pdfOf(rec *record.Record) []byte {
	p := readertest.Setter{Head: "CMW/C/SR.9631", Foot: "GE.18-99999"}
	p.Paragraph(opening)
	for _, para := range rec.Paragraphs {
		p.Paragraph(fmt.Sprintf("%d. %s", para.Number, para.Text))
	}
	p.Paragraph(closing)
	return p.Bytes()
}

// BenchmarkFormats reads a record of usual length as a file of each format, from
// its bytes to its facts. A DOCX may take 50 ms, a PDF 200.
func BenchmarkFormats(b *testing.B) {
	p := newPipeline(b)
	rec := sample(b, p)
	for _, f := range []struct {
		ending string
		data   []byte
	}{{"txt", []byte(textOf(rec, 1))}, {"docx", docxOf(rec)}, {"pdf", pdfOf(rec)}} {
		b.Run(f.ending, func(b *testing.B) {
			for b.Loop() {
				found, err := p.Read("CMW_C_SR.9631-EN."+f.ending, bytes.NewReader(f.data))
				if err != nil || len(found.Record.Paragraphs) != len(rec.Paragraphs) {
					b.Fatalf("%d paragraphs, %v", len(found.Record.Paragraphs), err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/record")
		})
	}
}

// BenchmarkLength reads records of one, four and sixteen times the usual length:
// what a byte costs must not rise with it.
func BenchmarkLength(b *testing.B) {
	p := newPipeline(b)
	rec := sample(b, p)
	for _, times := range []int{1, 4, 16} {
		text := textOf(rec, times)
		b.Run(fmt.Sprintf("%dx", times), func(b *testing.B) {
			b.SetBytes(int64(len(text)))
			for b.Loop() {
				if _, err := p.Read("CMW_C_SR.9631-EN.txt", strings.NewReader(text)); err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(text)), "ns/byte")
		})
	}
}

// forgetful is a store that keeps nothing, so that what is in memory is what
// reading takes.
type forgetful struct{}

func (forgetful) ContentHash(context.Context, graph.ID) (string, bool, error) { return "", false, nil }
func (forgetful) Replace(context.Context, graph.ID, []quad.Quad) error        { return nil }

// BenchmarkCorpus ingests records of distinct symbols and reports the most
// memory that was in use when one was done, beyond that of the pipeline itself:
// it must not rise with their number.
func BenchmarkCorpus(b *testing.B) {
	p := newPipeline(b)
	text := textOf(sample(b, p), 1)
	for _, count := range []int{25, 200} {
		var sources []pipeline.Source
		for n := range count {
			sources = append(sources, pipeline.Source{Path: fmt.Sprintf("CMW_C_SR.%d-EN.txt", n+1), Open: func() (io.ReadCloser, error) {
				return io.NopCloser(strings.NewReader(text)), nil
			}})
		}
		b.Run(fmt.Sprint(count), func(b *testing.B) {
			var most uint64
			before := inUse()
			for b.Loop() {
				err := p.Ingest(b.Context(), sources, forgetful{}, func(r pipeline.Result) {
					if r.Err != nil {
						b.Fatal(r.Err)
					}
					most = max(most, inUse())
				})
				if err != nil {
					b.Fatal(err)
				}
			}
			b.ReportMetric((float64(most)-float64(before))/1e6, "peak-MB")
		})
	}
}

// inUse is how many bytes of memory are reachable.
func inUse() uint64 {
	runtime.GC()
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.HeapAlloc
}
