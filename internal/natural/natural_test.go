package natural_test

import (
	"slices"
	"testing"

	"rapporteur/internal/natural"
)

// TestCompare compares each with each of texts that are in order. Among them are
// symbols that differ before the number at the end and behind it, which no order that
// looks at the end alone can put in a row.
func TestCompare(t *testing.T) {
	sorted := []string{
		"", "07", "7", "12", "A/C.3/70/SR.97", "CERD/C/SR.9", "CMW/C/SR.7", "CMW/C/SR.7/Add.1", "CMW/C/SR.12",
		"CMW/C/SR.13 (Part II)", "CMW/C/SR.99", "CMW/C/SR.464", "CMW/C/SR.464, para. 9", "CMW/C/SR.464, para. 13",
		"E/C.12/1994/SR.93", "E/C.12/2011/SR.7", "É",
	}
	if !slices.IsSortedFunc(sorted, natural.Compare) {
		t.Errorf("%q is not sorted", sorted)
	}
	for i, a := range sorted {
		for j, b := range sorted {
			if got, want := natural.Compare(a, b), i-j; (got < 0) != (want < 0) || (got > 0) != (want > 0) {
				t.Errorf("%q and %q: %d", a, b, got)
			}
		}
	}
}

// Numbers may be longer than any type of Go's.
func TestCompareLongNumbers(t *testing.T) {
	if natural.Compare("9999999999999999999999999999", "10000000000000000000000000000") >= 0 {
		t.Error("the longer number is not the greater one")
	}
}
