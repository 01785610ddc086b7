package main

import (
	"fmt"
	"io"
	"log/slog"

	"github.com/spf13/cobra"
)

// logger writes on the error stream.
func (o *operationFlags) logger(cmd *cobra.Command) (*slog.Logger, error) {
	h, err := o.handler(cmd.ErrOrStderr())
	return slog.New(h), err
}

func (o *operationFlags) handler(w io.Writer) (slog.Handler, error) {
	levels := map[string]slog.Level{"debug": slog.LevelDebug, "info": slog.LevelInfo, "warn": slog.LevelWarn, "error": slog.LevelError}
	level, ok := levels[o.logLevel]
	if !ok {
		return slog.DiscardHandler, usage(fmt.Errorf("unknown --log-level %q; there are debug, info, warn and error", o.logLevel))
	}
	switch o.logFormat {
	case "text":
		return slog.NewTextHandler(w, &slog.HandlerOptions{Level: level}), nil
	case "json":
		return slog.NewJSONHandler(w, &slog.HandlerOptions{Level: level}), nil
	}
	return slog.DiscardHandler, usage(fmt.Errorf("unknown --log-format %q; there are text and json", o.logFormat))
}
