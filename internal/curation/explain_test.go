package curation

import (
	"fmt"
	"strings"
	"syscall"
	"testing"

	"rapporteur/graph/store"
)

// After a full disk the store takes no more writes, whether there is room again or
// not: people are told what to do and not what was.
func TestExplainFullDisk(t *testing.T) {
	full := fmt.Errorf("write graph.bolt: %w", syscall.ENOSPC)
	for _, tt := range []struct {
		err  error
		want string
	}{
		{full, "no room left on the disk"},
		{fmt.Errorf("%w (it was: %w)", store.ErrPoisoned, full), "an earlier one failed"},
	} {
		got := explain(tt.err)
		if !strings.Contains(got, tt.want) || !strings.Contains(got, "tart the server again") || strings.Contains(got, "graph.bolt") {
			t.Errorf("%v: %q", tt.err, got)
		}
	}
}
