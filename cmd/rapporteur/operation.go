package main

import (
	"fmt"
	"log/slog"
	"net/http"
	"net/netip"
	"time"

	"github.com/spf13/cobra"

	"rapporteur/internal/web"
)

// operationFlags say how serve is run: where it listens, what it logs, what it
// bears.
type operationFlags struct {
	listen, metricsListen string
	certificate, key      string
	publicURL             string
	origins               []string
	proxies               []string

	logLevel, logFormat string

	timeout, read, idle, grace time.Duration
	concurrent                 int
}

// metricsOff, in the place of an address, shows the metrics nowhere.
const metricsOff = "off"

func (o *operationFlags) add(cmd *cobra.Command) {
	flags := cmd.Flags()
	flags.StringVar(&o.listen, "listen", "127.0.0.1:8080", "address to listen on")
	flags.StringVar(&o.metricsListen, "metrics-listen", "", `address to show /metrics on instead of --listen, or "off"`)
	flags.StringVar(&o.certificate, "tls-cert", "", "file of the certificate chain (PEM) to serve HTTPS with; it is read anew when it changes")
	flags.StringVar(&o.key, "tls-key", "", "file of the certificate's key (PEM)")
	flags.StringVar(&o.publicURL, "public-url", "", "where clients reach this server, such as https://records.example.org, if not at the address that they ask")
	flags.StringArrayVar(&o.origins, "origin", nil, "origin of web pages elsewhere that may read the API, such as https://example.org, or * for all; may be repeated")
	flags.StringArrayVar(&o.proxies, "trusted-proxy", nil, "address or network (CIDR) of a proxy whose X-Forwarded-For is believed; may be repeated")
	flags.StringVar(&o.logLevel, "log-level", "info", "log what is at least so grave: debug, info, warn or error")
	flags.StringVar(&o.logFormat, "log-format", "text", "text or json")
	flags.DurationVar(&o.timeout, "query-timeout", 5*time.Second, "longest time that a query may take")
	flags.IntVar(&o.concurrent, "concurrent", 0, "queries that run at the same time (default twice the processors)")
	flags.DurationVar(&o.read, "read-timeout", 15*time.Second, "longest time for a client to send a request")
	flags.DurationVar(&o.idle, "idle-timeout", 2*time.Minute, "longest time that a connection may be idle")
	flags.DurationVar(&o.grace, "grace", 10*time.Second, "time for requests under way to end when the server stops")
	choices(cmd, "log-level", "debug", "info", "warn", "error")
	choices(cmd, "log-format", "text", "json")
}

// check finds mistakes before anything is read or opened.
func (o *operationFlags) check() error {
	if (o.certificate == "") != (o.key == "") {
		return usage(fmt.Errorf("--tls-cert and --tls-key go together"))
	}
	if o.concurrent < 0 {
		return usage(fmt.Errorf("--concurrent %d: less than none", o.concurrent))
	}
	for flag, d := range map[string]time.Duration{"query-timeout": o.timeout, "read-timeout": o.read, "idle-timeout": o.idle} {
		if d <= 0 {
			return usage(fmt.Errorf("--%s %s: not a time above 0", flag, d))
		}
	}
	if _, err := o.trusted(); err != nil {
		return err
	}
	_, err := o.handler(nil)
	return err
}

// trusted are the networks of the proxies.
func (o *operationFlags) trusted() ([]netip.Prefix, error) {
	var networks []netip.Prefix
	for _, text := range o.proxies {
		network, err := netip.ParsePrefix(text)
		if address, single := netip.ParseAddr(text); single == nil {
			network, err = netip.PrefixFrom(address, address.BitLen()), nil
		}
		if err != nil {
			return nil, usage(fmt.Errorf("--trusted-proxy %q: not an address such as 10.0.0.1 or a network such as 10.0.0.0/8", text))
		}
		networks = append(networks, network)
	}
	return networks, nil
}

// options are those of the site.
func (o *operationFlags) options(log *slog.Logger) (web.Options, error) {
	proxies, err := o.trusted()
	return web.Options{Log: log, Release: thisBuild().Version, Timeout: o.timeout, Concurrent: o.concurrent, PublicURL: o.publicURL, Origins: o.origins, TrustedProxies: proxies}, err
}

// server returns a server with the deadlines of the flags.
func (o *operationFlags) server(h http.Handler) *http.Server {
	s := web.Server(o.listen, h)
	s.ReadTimeout, s.IdleTimeout = o.read, o.idle
	s.ReadHeaderTimeout = min(s.ReadHeaderTimeout, o.read)
	return s
}
