package boltkv

import (
	"fmt"

	"github.com/cayleygraph/cayley/graph"
	"github.com/cayleygraph/cayley/graph/kv"
	"github.com/cayleygraph/quad"
	"github.com/cayleygraph/quad/pquads"
	"google.golang.org/protobuf/encoding/protowire"
)

// An entry is a node or a quad as the log has it.
type entry struct {
	id      uint64
	node    bool
	value   quad.Value   // of a node
	nodes   [4]uint64    // of a quad, in the order of quad.Directions
	refs    [4]graph.Ref // the same as they are handed out, where many will ask
	deleted bool
	tx      int    // a quad: the transaction that read it
	size    int    // bytes in the file
	encoded []byte // the value before it is decoded, in the file
}

// Key tells entries apart.
func (e *entry) Key() any { return e.id }

// decode reads the fields of an entry, as proto.Unmarshal reads a proto.Primitive,
// which takes several times as long as it goes by a description of the message. The
// value of a node is left in data.
func (e *entry) decode(id uint64, data []byte) error {
	*e = entry{id: id, size: len(data)}
	for len(data) > 0 {
		field, kind, n := protowire.ConsumeTag(data)
		if n < 0 {
			return e.undecodable(n)
		}
		data = data[n:]
		switch kind {
		case protowire.VarintType:
			var v uint64
			if v, n = protowire.ConsumeVarint(data); n >= 0 {
				e.setNumber(field, v)
			}
		case protowire.BytesType:
			var v []byte
			if v, n = protowire.ConsumeBytes(data); n >= 0 && field == fieldValue {
				e.encoded, e.node = v, len(v) > 0
			}
		default:
			n = protowire.ConsumeFieldValue(field, kind, data)
		}
		if n < 0 {
			return e.undecodable(n)
		}
		data = data[n:]
	}
	return nil
}

// Numbers of fields in Cayley's primitive.proto.
const (
	fieldSubject = 2 // predicate, object and label follow
	fieldLabel   = 5
	fieldValue   = 8
	fieldDeleted = 9
)

func (e *entry) setNumber(field protowire.Number, v uint64) {
	switch {
	case field >= fieldSubject && field <= fieldLabel:
		e.nodes[field-fieldSubject] = v
	case field == fieldDeleted:
		e.deleted = v != 0
	}
}

func (e *entry) undecodable(n int) error {
	return fmt.Errorf("%w: entry %d of the log: %w", ErrDamaged, e.id, protowire.ParseError(n))
}

// ref returns the node of a quad at a place, nil for none.
func (e *entry) ref(i int) graph.Ref {
	if e.refs[i] != nil || e.nodes[i] == 0 {
		return e.refs[i]
	}
	return kv.Int64Value(e.nodes[i])
}

// decodeValue takes the value of a node out of the file.
func (e *entry) decodeValue() (err error) {
	if !e.node {
		return nil
	}
	if e.value, err = pquads.UnmarshalValue(e.encoded); err != nil {
		return fmt.Errorf("%w: the value of node %d: %w", ErrDamaged, e.id, err)
	}
	e.encoded = nil
	return nil
}
