// Package architecture tests that imports point one way, as docs/design.md has it.
package architecture

import (
	"go/ast"
	"go/parser"
	"go/token"
	"io/fs"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"
)

const (
	module = "rapporteur"
	root   = "../.."
)

// allowed says which packages of this module each package may import. A package
// that is not in the table may not exist.
var allowed = map[string][]string{
	"schema":     {},
	"schema/gen": {"schema"},
	"graph":      {"schema"},
	"data":       {},

	"internal/record":     {},
	"internal/words":      {},
	"internal/reader":     {"internal/record", "internal/reader/line", "internal/reader/limit", "internal/reader/hypertext", "internal/reader/docx", "internal/reader/pdf", "internal/reader/poppler", "internal/reader/layout"},
	"internal/lexicon":    {"internal/words", "schema"},
	"internal/rule":       {"internal/words", "schema"},
	"internal/parse":      {"internal/record", "internal/reader", "internal/reader/line"},
	"internal/extract":    {"internal/record", "internal/words", "internal/lexicon", "internal/rule", "schema"},
	"internal/resolve":    {"internal/record", "internal/words", "internal/lexicon", "internal/rule", "internal/extract", "schema", "graph"},
	"internal/correction": {"internal/record", "internal/lexicon", "internal/resolve", "schema", "graph"},
	"internal/annotation": {"internal/record", "internal/lexicon", "internal/resolve", "schema"},
	"internal/score":      {"internal/annotation"},
	"internal/score/peer": {"internal/annotation", "internal/score", "schema"},
	"internal/pipeline":   {"internal/sidecar", "internal/record", "internal/reader", "internal/parse", "internal/lexicon", "internal/rule", "internal/extract", "internal/resolve", "internal/correction", "schema", "graph"},

	"internal/topicfit": {"internal/reader", "internal/parse", "internal/lexicon", "internal/rule", "internal/extract", "internal/annotation", "internal/score"},

	"internal/score/region":      {},
	"internal/archive":           {"internal/reader/limit"},
	"internal/extsort":           {},
	"internal/spreadsheet":       {},
	"internal/wholefile":         {},
	"internal/export":            {"internal/rdf", "internal/extsort", "internal/spreadsheet", "schema", "graph"},
	"internal/load":              {"internal/extsort", "schema", "graph"},
	"internal/sidecar":           {"internal/reader/limit"},
	"internal/reader/line":       {"internal/record"},
	"internal/reader/limit":      {},
	"internal/reader/hypertext":  {"internal/reader/line"},
	"internal/reader/docx":       {"internal/reader/line", "internal/reader/limit"},
	"internal/reader/layout":     {"internal/reader/line"},
	"internal/reader/pdf":        {"internal/reader/layout", "internal/reader/limit"},
	"internal/reader/poppler":    {"internal/reader/layout", "internal/reader/limit"},
	"internal/reader/readertest": {"internal/reader/line"},

	"queries":        {"internal/natural", "queries/gizmo", "queries/table", "schema", "graph"},
	"queries/gizmo":  {"graph/store/guard", "internal/natural"},
	"queries/table":  {"internal/spreadsheet", "graph", "schema"},
	"internal/names": {"internal/words", "queries/gizmo", "schema", "graph"},

	"internal/library":  {"internal/wholefile", "internal/pipeline", "internal/reader/limit"},
	"internal/collect":  {"internal/archive", "internal/pipeline", "internal/sidecar"},
	"internal/job":      {},
	"internal/curation": {"internal/wholefile", "internal/archive", "internal/collect", "internal/correction", "internal/job", "internal/library", "internal/pipeline", "internal/review", "schema", "graph", "graph/store"},

	"internal/review": {"internal/correction", "internal/words", "queries/gizmo", "schema", "graph"},

	"graph/store/storetest": {"graph", "schema", "graph/store"},
	"graph/store":           {"internal/wholefile", "graph", "schema", "internal/extsort", "queries/gizmo", "graph/store/boltkv", "graph/store/guard"},
	"graph/store/boltkv":    {},
	"graph/store/guard":     {},

	"internal/excerpt":       {},
	"internal/natural":       {},
	"internal/answer":        {"internal/excerpt", "internal/names", "internal/natural", "internal/words", "queries/gizmo", "queries/table", "schema", "graph"},
	"internal/mcp":           {"internal/answer", "internal/names", "queries", "queries/gizmo", "queries/table", "internal/search", "schema"},
	"internal/web":           {"internal/answer", "internal/mcp", "internal/names", "queries", "queries/gizmo", "queries/table", "schema", "graph", "internal/web/openapi", "internal/reconcile", "internal/web/negotiate", "internal/web/queue", "internal/web/ui", "internal/cayleyapi", "queries/gizmo/results", "internal/web/cache", "internal/web/cursor", "internal/rdf", "internal/export", "internal/search", "internal/correction", "internal/curation", "internal/job", "internal/review", "internal/cursor"},
	"internal/web/openapi":   {"queries", "queries/table", "schema"},
	"internal/reconcile":     {"internal/names", "queries/gizmo", "schema", "graph"},
	"internal/metrics":       {},
	"internal/web/negotiate": {},
	"internal/web/queue":     {},
	"internal/web/ui":        {},
	"internal/web/ui/drive":  {},
	"internal/cayleyapi":     {"queries/gizmo", "schema"},
	"queries/gizmo/results":  {"internal/spreadsheet", "queries/gizmo", "schema"},
	"queries/gizmo/stock":    {"queries/gizmo", "graph/store/guard"},
	"internal/rdf":           {"graph", "schema"},
	"internal/web/cache":     {},
	"internal/web/cursor":    {},
	"internal/search":        {"internal/excerpt", "internal/names", "internal/words", "queries/gizmo", "queries/table", "schema", "graph", "internal/cursor"},
	"internal/cursor":        {},

	"internal/architecture": {},
}

// homes say which packages may import a dependency; below counts as in.
var homes = map[string][]string{
	"github.com/gin-gonic/gin":                  {"internal/web"},
	"github.com/cayleygraph/cayley/graph/kv":    {"graph/store"},
	"github.com/cayleygraph/cayley/graph/sql":   {"graph/store"},
	"github.com/hidal-go/hidalgo":               {"graph/store"},
	"go.etcd.io/bbolt":                          {"graph/store"},
	"github.com/dop251/goja":                    {"queries"},
	"github.com/cayleygraph/cayley/query/gizmo": {"queries/gizmo/stock"},
	"github.com/knakk/rdf":                      {},
	"github.com/piprate/json-gold":              {},
	"gonum.org/v1/gonum":                        {},
	"github.com/blevesearch/bleve":              {"internal/search"},
	"github.com/blevesearch/bleve_index_api":    {"internal/search"},
	"github.com/gofrs/flock":                    {"internal/search"},
	"github.com/spf13/cobra":                    {"cmd"},
	"github.com/modelcontextprotocol/go-sdk":    {"internal/mcp", "internal/web", "cmd"},
	"github.com/prometheus/client_golang":       {"internal/metrics"},
	"flag":                                      {"cmd"},
}

// TestImports fails on an import that the tables do not allow. Tests may import
// what they like.
func TestImports(t *testing.T) {
	seen := 0
	eachFile(t, func(pkg, file string, f *ast.File) {
		seen++
		for _, spec := range f.Imports {
			path, _ := strconv.Unquote(spec.Path.Value)
			if why := refused(pkg, path); why != "" {
				t.Errorf("%s: imports %s: %s", file, path, why)
			}
		}
	})
	if seen == 0 {
		t.Fatal("no Go files found")
	}
}

func refused(pkg, path string) string {
	if own, ok := strings.CutPrefix(path, module+"/"); ok {
		if strings.HasPrefix(pkg, "cmd/") || own == pkg {
			return ""
		}
		table, known := allowed[pkg]
		if !known {
			return "package " + pkg + " is not in the table of the architecture test"
		}
		if !slices.Contains(table, own) {
			return "not allowed for " + pkg
		}
		return ""
	}
	for dependency, at := range homes {
		if path != dependency && !strings.HasPrefix(path, dependency+"/") {
			continue
		}
		if !slices.ContainsFunc(at, func(home string) bool { return pkg == home || strings.HasPrefix(pkg, home+"/") }) {
			return "only for " + strings.Join(at, ", ")
		}
	}
	return ""
}

// outside are the clock and the environment: only cmd reads them, so that what
// the rest does follows from its arguments.
var outside = []string{"time.Now", "os.Getenv", "os.LookupEnv", "os.Args", "os.Exit"}

// clocks are packages that measure how long something takes, which no result
// depends on.
var clocks = []string{"internal/web"}

func TestClockAndEnvironmentOnlyInCommands(t *testing.T) {
	eachFile(t, func(pkg, file string, f *ast.File) {
		if strings.HasPrefix(pkg, "cmd/") || pkg == "schema/gen" {
			return
		}
		ast.Inspect(f, func(n ast.Node) bool {
			sel, ok := n.(*ast.SelectorExpr)
			if !ok {
				return true
			}
			x, ok := sel.X.(*ast.Ident)
			if name := ""; ok {
				name = x.Name + "." + sel.Sel.Name
				if slices.Contains(outside, name) && !(name == "time.Now" && slices.Contains(clocks, pkg)) {
					t.Errorf("%s: uses %s, which belongs in cmd", file, name)
				}
			}
			return true
		})
	})
}

// eachFile calls do for every Go file that is no test; pkg is its folder.
func eachFile(t *testing.T, do func(pkg, file string, f *ast.File)) {
	t.Helper()
	err := filepath.WalkDir(root, func(path string, d fs.DirEntry, err error) error {
		if err != nil {
			return err
		}
		name := d.Name()
		if d.IsDir() && (name == "testdata" || name == "node_modules" || strings.HasPrefix(name, ".") && path != root) {
			return fs.SkipDir
		}
		if d.IsDir() || !strings.HasSuffix(name, ".go") || strings.HasSuffix(name, "_test.go") {
			return nil
		}
		f, err := parser.ParseFile(token.NewFileSet(), path, nil, parser.SkipObjectResolution)
		if err != nil {
			return err
		}
		pkg, err := filepath.Rel(root, filepath.Dir(path))
		do(filepath.ToSlash(pkg), path, f)
		return err
	})
	if err != nil {
		t.Fatal(err)
	}
}
