// Load measures the server beside Cayley's own HTTP server, on the same graph, in
// one run: the same Gizmo text sent to both, a named question repeated, and how
// long named questions take with many clients. Run it by `make load`; the figures
// go to standard output.
package main

import (
	"context"
	"flag"
	"fmt"
	"io"
	"os"
	"os/signal"
)

func main() {
	dir := flag.String("dir", "", "folder for programs and graphs, kept for the next run; default a temporary one")
	quads := flag.Int("quads", 1_000_000, "size of the graph")
	clients := flag.Int("clients", 16, "clients at the same time")
	flag.Parse()
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt)
	defer stop()
	if err := run(ctx, os.Stdout, *dir, *quads, *clients); err != nil {
		fmt.Fprintln(os.Stderr, "load:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, out io.Writer, dir string, quads, clients int) error {
	if dir == "" {
		temporary, err := os.MkdirTemp("", "rapporteur-load-")
		if err != nil {
			return err
		}
		defer os.RemoveAll(temporary)
		dir = temporary
	}
	if err := os.MkdirAll(dir, 0o777); err != nil {
		return err
	}
	b, err := prepare(ctx, dir, quads)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%d quads, %d clients\n", b.total, clients)
	return b.measure(ctx, out, clients)
}
