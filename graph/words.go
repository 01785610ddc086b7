package graph

import (
	"strconv"

	"github.com/cayleygraph/quad"
)

// Words returns a value as people read it: the words of a text, the id of a node, the
// digits of a number, "" for nothing. What kind it is and its language are lost.
func Words(v quad.Value) string {
	switch v := v.(type) {
	case nil:
		return ""
	case quad.IRI:
		return string(v)
	case quad.String:
		return string(v)
	case quad.LangString:
		return string(v.Value)
	case quad.TypedString:
		return string(v.Value)
	case quad.Int:
		return strconv.FormatInt(int64(v), 10)
	case quad.Float:
		return strconv.FormatFloat(float64(v), 'f', -1, 64)
	case quad.Bool:
		return strconv.FormatBool(bool(v))
	}
	return quad.ToString(v)
}
