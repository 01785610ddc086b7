package boltkv

import (
	"encoding/binary"
	"encoding/json"
	"fmt"
	"runtime/debug"

	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"go.etcd.io/bbolt"
)

// dataVersion is the version of the file format that Cayley's kv package
// writes and reads.
const dataVersion = 2

// Index is a combination of directions by which quads are found.
type Index int

// The indexes of the file. A combination of directions is looked up fast only
// where an index has exactly these directions.
const (
	SubjectPredicate Index = iota
	ObjectPredicate
	ObjectPredicateSubject
	Label
)

// indexes are the definitions in the order of the constants, which is the
// order in which Cayley chooses among them.
var indexes = [...]kv.QuadIndex{
	SubjectPredicate:       {Dirs: []quad.Direction{quad.Subject, quad.Predicate}},
	ObjectPredicate:        {Dirs: []quad.Direction{quad.Object, quad.Predicate}},
	ObjectPredicateSubject: {Dirs: []quad.Direction{quad.Object, quad.Predicate, quad.Subject}},
	Label:                  {Dirs: []quad.Direction{quad.Label}},
}

// indexNames are the buckets of the indexes: the letters of their directions.
var indexNames = [...]string{SubjectPredicate: "sp", ObjectPredicate: "op", ObjectPredicateSubject: "ops", Label: "c"}

// bucketNames are the buckets of the file: metadata, the log of nodes and
// quads, nodes by hash, their counts of references, and one for each index.
func bucketNames() []string {
	return append([]string{"meta", "log", "v", "n"}, indexNames[:]...)
}

// Create makes an empty quad store in an empty file, in one transaction; in a
// file that holds one it does nothing.
func Create(db *bbolt.DB) (err error) {
	defer debug.SetPanicOnFault(debug.SetPanicOnFault(true))
	defer catch(&err)
	made := false
	err = db.View(func(tx *bbolt.Tx) error {
		made = tx.Bucket([]byte("meta")) != nil
		return nil
	})
	if made || err != nil { // an update writes to the file even where it changes nothing
		return err
	}
	return db.Update(func(tx *bbolt.Tx) error {
		for _, name := range bucketNames() {
			if _, err := tx.CreateBucket([]byte(name)); err != nil {
				return fmt.Errorf("%w: bucket %q: %w", ErrDamaged, name, err)
			}
		}
		definitions, err := json.Marshal(indexes)
		if err != nil {
			return err
		}
		meta := tx.Bucket([]byte("meta"))
		for _, entry := range []struct {
			key string
			val []byte
		}{
			{"version", binary.LittleEndian.AppendUint64(nil, dataVersion)},
			{"horizon", make([]byte, 8)},
			{"size", make([]byte, 8)},
			{"indexes", definitions},
		} {
			if err := meta.Put([]byte(entry.key), entry.val); err != nil {
				return err
			}
		}
		return nil
	})
}

// Counters returns the last id that was given out and the number of quads.
// Every write changes one of them: what adds raises the first, what only
// removes lowers the second.
func (s *Session) Counters() (horizon, quads uint64) {
	meta := s.buckets["meta"]
	return counter(s.get(meta, []byte("horizon"))), counter(s.get(meta, []byte("size")))
}

func counter(val []byte) uint64 {
	if len(val) != 8 {
		return 0
	}
	return binary.LittleEndian.Uint64(val)
}

// FileSize returns the number of bytes of the file that hold or held data.
func (s *Session) FileSize() int64 { return s.tx.Size() }
