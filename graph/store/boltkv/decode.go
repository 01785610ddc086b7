package boltkv

import (
	"fmt"

	"github.com/cayleygraph/cayley/graph/proto"
	"google.golang.org/protobuf/encoding/protowire"
)

// decode reads an entry of the log into p, as proto.Unmarshal does, which takes
// several times as long as it goes by a description of the message. The value of a
// node stays where it is, in data.
func decode(data []byte, p *proto.Primitive) error {
	p.ID, p.Subject, p.Predicate, p.Object, p.Label = 0, 0, 0, 0, 0
	p.Replaces, p.Timestamp, p.Value, p.Deleted = 0, 0, nil, false
	for len(data) > 0 {
		field, kind, n := protowire.ConsumeTag(data)
		if n < 0 {
			return undecodable(n)
		}
		data = data[n:]
		switch kind {
		case protowire.VarintType:
			var v uint64
			if v, n = protowire.ConsumeVarint(data); n >= 0 {
				setNumber(p, field, v)
			}
		case protowire.BytesType:
			var v []byte
			if v, n = protowire.ConsumeBytes(data); n >= 0 && field == 8 {
				p.Value = v
			}
		default:
			n = protowire.ConsumeFieldValue(field, kind, data)
		}
		if n < 0 {
			return undecodable(n)
		}
		data = data[n:]
	}
	return nil
}

// setNumber sets a field that holds a number. Numbers of fields are those of
// Cayley's primitive.proto.
func setNumber(p *proto.Primitive, field protowire.Number, v uint64) {
	switch field {
	case 1:
		p.ID = v
	case 2:
		p.Subject = v
	case 3:
		p.Predicate = v
	case 4:
		p.Object = v
	case 5:
		p.Label = v
	case 6:
		p.Replaces = v
	case 7:
		p.Timestamp = int64(v)
	case 9:
		p.Deleted = v != 0
	}
}

func undecodable(n int) error {
	return fmt.Errorf("%w: an entry of the log: %w", ErrDamaged, protowire.ParseError(n))
}
