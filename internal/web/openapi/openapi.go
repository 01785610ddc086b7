package openapi

import (
	"bytes"
	"crypto/sha256"
	"embed"
	"encoding/hex"
	"encoding/json"
	"fmt"
	"slices"
	"strconv"
	"strings"

	"github.com/goccy/go-yaml"

	"rapporteur/queries"
)

//go:embed *.yaml
var fragments embed.FS

// A Document describes the API. It does not change.
type Document struct {
	JSON []byte // indented
	YAML []byte
	Tag  string // strong entity tag, quotation marks included, of JSON

	root *object
}

// Load puts the document together for a server that answers these named queries.
// An error means that a fragment is wrong, and begins with its file and line.
func Load(set *queries.Set) (*Document, error) {
	root, err := merge(fragments)
	if err != nil {
		return nil, fmt.Errorf("API document: %w", err)
	}
	if err := addQueries(root, set.All()); err != nil {
		return nil, fmt.Errorf("API document: %w", err)
	}
	addEverywhere(root)
	return write(root)
}

// everywhere is the member of the base that holds the responses of all operations.
const everywhere = "x-every-operation"

// addEverywhere gives each operation the responses that any may give.
func addEverywhere(root *object) {
	common := root.at(everywhere)
	root.remove(everywhere)
	for _, path := range root.at("paths").members {
		item, _ := path.value.(*object)
		for _, m := range members(item) {
			if op, ok := m.value.(*object); ok && op.at("responses") != nil {
				op.set("responses", withDefaults(op.at("responses"), common))
			}
		}
	}
}

// withDefaults adds the members of others that o lacks, all in the order of keys.
func withDefaults(o, others *object) *object {
	out := o.clone()
	for _, m := range members(others) {
		if out.index(m.key) < 0 {
			out.set(m.key, m.value)
		}
	}
	slices.SortFunc(out.members, func(a, b member) int { return strings.Compare(a.key, b.key) })
	return out
}

// write gives the document its forms.
func write(root *object) (*Document, error) {
	compact, err := marshal(root)
	if err != nil {
		return nil, fmt.Errorf("API document as JSON: %w", err)
	}
	var b bytes.Buffer
	if err := json.Indent(&b, compact, "", " "); err != nil {
		return nil, fmt.Errorf("API document as JSON: %w", err)
	}
	b.WriteByte('\n')
	y, err := yaml.Marshal(root)
	if err != nil {
		return nil, fmt.Errorf("API document as YAML: %w", err)
	}
	sum := sha256.Sum256(b.Bytes())
	return &Document{JSON: b.Bytes(), YAML: y, Tag: strconv.Quote(hex.EncodeToString(sum[:12])), root: root}, nil
}
