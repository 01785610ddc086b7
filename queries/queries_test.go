package queries_test

import (
	"context"
	"errors"
	"flag"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"golang.org/x/tools/txtar"

	"rapporteur/graph/store"
	"rapporteur/graph/store/storetest"
	"rapporteur/internal/names"
	"rapporteur/queries"
	"rapporteur/schema"
)

var update = flag.Bool("update", false, "rewrite the expected answers in testdata/*.txtar")

// A lighthouse is the invented graph of testdata, ready to be asked.
type lighthouse struct {
	store   *store.Store
	names   *names.Index
	queries *queries.Set
}

func newLighthouse(t testing.TB) *lighthouse {
	t.Helper()
	ctx := context.Background()
	sch := must(schema.Load())(t)
	s := storetest.Open(t, "testdata/lighthouse.nq")
	return &lighthouse{
		store:   s,
		names:   must(names.Build(ctx, s, sch))(t),
		queries: must(queries.Load(sch, queries.Builtin()))(t),
	}
}

func must[T any](v T, err error) func(testing.TB) T {
	return func(t testing.TB) T {
		t.Helper()
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
}

// ask returns the answer as text, or the error.
func (l *lighthouse) ask(t *testing.T, query string, args map[string]string) string {
	t.Helper()
	q := must(l.queries.Get(query))(t)
	answer, err := queries.Run(context.Background(), l.store, l.names, q, args)
	if err != nil {
		return "error: " + err.Error() + "\n"
	}
	var b strings.Builder
	if err := answer.WriteText(&b, 0); err != nil {
		t.Fatal(err)
	}
	return b.String()
}

// TestAnswers asks every query what testdata/NAME.txtar says. Each section is a
// call: lines key=value, an empty line, the answer.
func TestAnswers(t *testing.T) {
	l := newLighthouse(t)
	for _, q := range l.queries.All() {
		t.Run(q.Name, func(t *testing.T) {
			path := filepath.Join("testdata", q.Name+".txtar")
			archive, err := txtar.ParseFile(path)
			if err != nil {
				t.Fatalf("every query needs a file of examples: %v", err)
			}
			if len(archive.Files) == 0 {
				t.Fatalf("%s has no examples", path)
			}
			for i, example := range archive.Files {
				call, want, _ := strings.Cut(string(example.Data), "\n\n")
				got := l.ask(t, q.Name, arguments(t, call))
				archive.Files[i].Data = []byte(strings.TrimRight(call, "\n") + "\n\n" + got)
				if diff := cmp.Diff(want, got); diff != "" && !*update {
					t.Errorf("%s (-want +got):\n%s", example.Name, diff)
				}
			}
			if *update {
				if err := os.WriteFile(path, txtar.Format(archive), 0o644); err != nil {
					t.Fatal(err)
				}
			}
		})
	}
}

func arguments(t *testing.T, call string) map[string]string {
	t.Helper()
	args := map[string]string{}
	for line := range strings.Lines(call) {
		line = strings.TrimSpace(line)
		if line == "" {
			continue
		}
		key, value, ok := strings.Cut(line, "=")
		if !ok {
			t.Fatalf("%q is not key=value", line)
		}
		args[key] = value
	}
	return args
}

func TestArgumentErrors(t *testing.T) {
	l := newLighthouse(t)
	ask := func(query string, args map[string]string) error {
		_, err := queries.Run(context.Background(), l.store, l.names, must(l.queries.Get(query))(t), args)
		var wrong *queries.ArgumentError
		if !errors.As(err, &wrong) || wrong.Query != query {
			t.Fatalf("%s %v: %v is no ArgumentError of it", query, args, err)
		}
		return err
	}
	var ambiguous *names.AmbiguousError
	err := ask("institution-trace", map[string]string{"institution": "the Ministry of Justice"})
	if !errors.As(err, &ambiguous) || len(ambiguous.Candidates) != 2 {
		t.Errorf("%v: want both ministries as candidates", err)
	}
	var unknown *names.UnknownError
	err = ask("agreements-cited", map[string]string{"country": "Utopa"})
	if !errors.As(err, &unknown) || len(unknown.Near) == 0 || unknown.Near[0].ID != "country:UTO" {
		t.Errorf("%v: want Utopia near it", err)
	}
	if err := ask("agreements-cited", nil); !errors.Is(err, queries.ErrMissing) {
		t.Errorf("%v: want ErrMissing", err)
	}
	if err := ask("records", map[string]string{"year": "2019"}); !errors.Is(err, queries.ErrNoParameter) {
		t.Errorf("%v: want ErrNoParameter", err)
	}
}

func TestNoQuery(t *testing.T) {
	l := newLighthouse(t)
	if _, err := l.queries.Get("nonsense"); !errors.Is(err, queries.ErrNoQuery) {
		t.Errorf("%v: want ErrNoQuery", err)
	}
}

func BenchmarkAgreementsCited(b *testing.B) {
	l := newLighthouse(b)
	q := must(l.queries.Get("agreements-cited"))(b)
	for b.Loop() {
		must(queries.Run(context.Background(), l.store, l.names, q, map[string]string{"country": "Utopia"}))(b)
	}
}
