package web

import (
	"context"
	"errors"
	"fmt"
	"net"
	"net/http"
	"time"
)

// Server returns a server for handler at addr with limits on how long a
// connection may take. Answers must be written within a minute, but for a handler
// that sets a deadline for each: that of [New] leaves them the time of its Options.
func Server(addr string, handler http.Handler) *http.Server {
	return &http.Server{
		Addr:              addr,
		Handler:           handler,
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       15 * time.Second,
		WriteTimeout:      time.Minute,
		IdleTimeout:       2 * time.Minute,
		MaxHeaderBytes:    32 << 10,
	}
}

// Serve serves connections of l until ctx is done. Requests under way then have
// the grace time to end; those that do not are cut off, and the error says so.
// Serve closes l. It returns nil after an orderly end.
func Serve(ctx context.Context, l net.Listener, server *http.Server, grace time.Duration) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(l) }()
	select {
	case err := <-failed:
		return fmt.Errorf("serving on %s: %w", l.Addr(), err)
	case <-ctx.Done():
	}
	late, cancel := context.WithTimeout(context.WithoutCancel(ctx), grace)
	defer cancel()
	if err := server.Shutdown(late); err != nil {
		return errors.Join(fmt.Errorf("shutting down: %w after %s; requests were cut off", err, grace), server.Close())
	}
	return nil
}
