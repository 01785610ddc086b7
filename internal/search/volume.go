package search

import (
	"encoding/json"
	"errors"
	"fmt"
	"os"
	"path/filepath"
	"sync"
	"sync/atomic"

	"github.com/blevesearch/bleve/v2"
	"github.com/blevesearch/bleve/v2/index/scorch"
)

// A volume is an open bleve index in a folder.
type volume struct {
	index bleve.Index
	state atomic.Value    // string: of the store whose facts it holds, "" for none
	known map[string]mark // units in it; nil until an update has read them
	own   bool            // this process may write to it

	use     sync.RWMutex // held for reading by searches, for writing to close
	closed  bool
	release func() error // once it is closed
}

// A mark tells of a unit that is in the index.
type mark struct {
	Mark string   `json:"m"`
	Docs []string `json:"d"`
}

// Keys of what bleve keeps beside the documents.
var (
	formatKey = []byte("format")
	stateKey  = []byte("state")
)

// indexName is the folder of bleve's files within ours.
const indexName = "index"

// lazily lets batches be on disk later than they are seen. An update waits for its
// last; bleve writes them in their order. Each index has options of its own: bleve
// writes into them, and reads them in every search.
func lazily() map[string]any { return map[string]any{"unsafe_batch": true} }

var errDamaged = errors.New("the search index is damaged or of another version")

// create makes a new index in dir, in the place of what is there.
func create(dir string) (*volume, error) {
	path := filepath.Join(dir, indexName)
	if err := os.RemoveAll(path); err != nil {
		return nil, fmt.Errorf("removing the old search index: %w", err)
	}
	m, err := newMapping()
	if err != nil {
		return nil, fmt.Errorf("search index: %w", err)
	}
	index, err := bleve.NewUsing(path, m, scorch.Name, scorch.Name, lazily())
	if err != nil {
		return nil, fmt.Errorf("making the search index: %w", err)
	}
	if err := index.SetInternal(formatKey, []byte(format)); err != nil {
		return nil, errors.Join(fmt.Errorf("making the search index: %w", err), index.Close())
	}
	v := &volume{index: index, own: true}
	v.state.Store("")
	return v, nil
}

// load opens the index in dir. What is not a whole index of this format is
// errDamaged.
func load(dir string, readOnly bool) (v *volume, err error) {
	defer func() {
		if p := recover(); p != nil { // bleve and bbolt trust their files
			v, err = nil, fmt.Errorf("%w: %v", errDamaged, p)
		}
	}()
	path := filepath.Join(dir, indexName)
	if err := checkSums(path); err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	index, err := bleve.OpenUsing(path, map[string]any{"read_only": readOnly, "bolt_timeout": "1s", "unsafe_batch": true})
	if err != nil {
		return nil, fmt.Errorf("%w: %w", errDamaged, err)
	}
	found, err := index.GetInternal(formatKey)
	state, err2 := index.GetInternal(stateKey)
	if err := errors.Join(err, err2); err != nil || string(found) != format {
		return nil, errors.Join(errDamaged, err, index.Close())
	}
	v = &volume{index: index, own: !readOnly}
	v.state.Store(string(state))
	return v, nil
}

func (v *volume) stateIs() string { return v.state.Load().(string) }

// close waits for searches under way.
func (v *volume) close() error {
	v.use.Lock()
	defer v.use.Unlock()
	if v.closed {
		return nil
	}
	v.closed = true
	err := v.index.Close()
	if v.release != nil {
		err = errors.Join(err, v.release())
	}
	return err
}

// marks reads which units are in the index.
func (v *volume) marks() (map[string]mark, error) {
	if v.known != nil {
		return v.known, nil
	}
	count, err := v.index.DocCount()
	if err != nil {
		return nil, fmt.Errorf("reading the search index: %w", err)
	}
	kinds := bleve.NewDisjunctionQuery(unscored(fieldKind, recordKind), unscored(fieldKind, string(Entities)))
	request := bleve.NewSearchRequestOptions(kinds, int(count), 0, false)
	request.Fields = []string{fieldMark}
	request.Score = "none"
	found, err := v.index.Search(request)
	if err != nil {
		return nil, fmt.Errorf("reading the search index: %w", err)
	}
	known := make(map[string]mark, len(found.Hits))
	for _, hit := range found.Hits {
		var m mark
		text, _ := hit.Fields[fieldMark].(string)
		if err := json.Unmarshal([]byte(text), &m); err != nil {
			return nil, fmt.Errorf("reading the search index: %s: %w", hit.ID, err)
		}
		known[hit.ID] = m // the document with the mark has the id of its unit
	}
	v.known = known
	return known, nil
}
