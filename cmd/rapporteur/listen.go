package main

import (
	"context"
	"crypto/tls"
	"errors"
	"fmt"
	"io"
	"log/slog"
	"net"
	"net/http"

	"golang.org/x/sync/errgroup"

	"rapporteur/internal/web"
)

// listenAndServe serves a site until ctx is done, and its metrics where they have
// an address of their own. Both addresses are open before anything is served.
func (o *operationFlags) listenAndServe(ctx context.Context, errs io.Writer, log *slog.Logger, site, metrics http.Handler) error {
	listener, err := o.open(log)
	if err != nil {
		return err
	}
	group, ctx := errgroup.WithContext(ctx)
	if o.metricsApart() {
		apart, err := listenOn(o.metricsListen, "--metrics-listen")
		if err != nil {
			return errors.Join(err, listener.Close())
		}
		fmt.Fprintf(errs, "metrics on http://%s/metrics\n", apart.Addr())
		group.Go(func() error { return web.Serve(ctx, apart, o.server(web.MetricsHandler(metrics)), o.grace) })
	}
	fmt.Fprintf(errs, "serving on %s://%s/ until interrupted\n", o.scheme(), listener.Addr())
	group.Go(func() error { return web.Serve(ctx, listener, o.server(site), o.grace) })
	return group.Wait()
}

// open listens where the flags say, with TLS where they give a certificate.
func (o *operationFlags) open(log *slog.Logger) (net.Listener, error) {
	if o.certificate == "" {
		return listenOn(o.listen, "--listen")
	}
	c := &certificate{certFile: o.certificate, keyFile: o.key, log: log}
	if err := c.load(); err != nil {
		return nil, err
	}
	l, err := listenOn(o.listen, "--listen")
	if err != nil {
		return nil, err
	}
	return tls.NewListener(l, c.config()), nil
}

func listenOn(address, flag string) (net.Listener, error) {
	l, err := net.Listen("tcp", address)
	if err != nil {
		return nil, fmt.Errorf("cannot listen on %s (choose another with %s): %w", address, flag, err)
	}
	return l, nil
}

func (o *operationFlags) scheme() string {
	if o.certificate != "" {
		return "https"
	}
	return "http"
}

// metricsApart reports whether the metrics have an address of their own.
func (o *operationFlags) metricsApart() bool {
	return o.metricsListen != "" && o.metricsListen != metricsOff
}
