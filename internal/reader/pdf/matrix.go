package pdf

import "math"

// A matrix maps (x, y) to (x·m0 + y·m2 + m4, x·m1 + y·m3 + m5).
type matrix [6]float64

var identity = matrix{1, 0, 0, 1, 0, 0}

// then applies m first and n to the result.
func (m matrix) then(n matrix) matrix {
	return matrix{
		m[0]*n[0] + m[1]*n[2], m[0]*n[1] + m[1]*n[3],
		m[2]*n[0] + m[3]*n[2], m[2]*n[1] + m[3]*n[3],
		m[4]*n[0] + m[5]*n[2] + n[4], m[4]*n[1] + m[5]*n[3] + n[5],
	}
}

// shift moves by (x, y) before m.
func (m matrix) shift(x, y float64) matrix {
	return matrix{1, 0, 0, 1, x, y}.then(m)
}

// isLevel reports whether text runs from left to right.
func (m matrix) isLevel() bool { return m[0] > 0 && math.Abs(m[1]) < 0.1*m[0] }

// isNear reports whether m leads to a place that a page could have.
func (m matrix) isNear() bool {
	return math.Abs(m[4]) < 1e6 && math.Abs(m[5]) < 1e6 && m.width() < 1e4 && m.height() < 1e4
}

// width and height are what a unit grows to.
func (m matrix) width() float64  { return math.Hypot(m[0], m[1]) }
func (m matrix) height() float64 { return math.Hypot(m[2], m[3]) }

// rotation turns a page by degrees clockwise.
func rotation(degrees int) matrix {
	switch ((degrees % 360) + 360) % 360 {
	case 90:
		return matrix{0, -1, 1, 0, 0, 0}
	case 180:
		return matrix{-1, 0, 0, -1, 0, 0}
	case 270:
		return matrix{0, 1, -1, 0, 0, 0}
	}
	return identity
}

// numbers returns the values that are numbers, if all are and they are n.
func numbers(values []any, n int) ([]float64, bool) {
	if len(values) < n {
		return nil, false
	}
	out := make([]float64, n)
	for i, v := range values[len(values)-n:] {
		x, ok := v.(float64)
		if !ok || math.Abs(x) > 1e9 {
			return nil, false
		}
		out[i] = x
	}
	return out, true
}
