package main

import (
	"context"
	"errors"
	"fmt"
	"io"

	"github.com/spf13/cobra"
)

// source is the text of the query: of -e, or of standard input.
func source(cmd *cobra.Command, text string, args []string) (string, error) {
	switch {
	case text != "" && len(args) == 0:
		return text, nil
	case text == "" && len(args) == 1 && args[0] == "-":
		return readAll(cmd.Context(), cmd.InOrStdin())
	}
	return "", usage(errors.New("give the query by -e TEXT, or - for standard input"))
}

// readAll reads standard input until it or ctx ends; a read that never returns
// is left to the end of the program.
func readAll(ctx context.Context, in io.Reader) (string, error) {
	type input struct {
		text []byte
		err  error
	}
	done := make(chan input, 1)
	go func() {
		text, err := io.ReadAll(in)
		done <- input{text, err}
	}()
	select {
	case got := <-done:
		if got.err != nil {
			return "", fmt.Errorf("reading standard input: %w", got.err)
		}
		return string(got.text), nil
	case <-ctx.Done():
		return "", fmt.Errorf("reading standard input: %w", ctx.Err())
	}
}
