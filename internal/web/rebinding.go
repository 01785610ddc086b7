package web

import (
	"errors"
	"net"
	"net/http"
	"net/netip"
	"net/url"
	"strings"
)

var errRebound = errors.New("this server was asked on its own machine for a host that it does not know; behind a proxy start it with --public-url, or name the proxy with --trusted-proxy")

// rebound reports whether a request may come from a page that had its own name
// resolved to this machine (DNS rebinding): it came in on the machine itself and
// names a host that is neither this machine nor the public one. Behind a proxy that
// is trusted, which hosts there are is the proxy's to say.
func (s *site) rebound(r *http.Request) bool {
	local, ok := r.Context().Value(http.LocalAddrContextKey).(net.Addr)
	if !ok || !isLoopback(local.String()) || len(s.options.TrustedProxies) > 0 {
		return false
	}
	public, err := url.Parse(s.options.PublicURL) // New has checked it
	return !isLoopback(r.Host) && (err != nil || !strings.EqualFold(hostname(r.Host), public.Hostname()))
}

// isLoopback reports whether an address, with a port or without, is of the machine
// itself.
func isLoopback(address string) bool {
	host := hostname(address)
	ip, err := netip.ParseAddr(host)
	return strings.EqualFold(host, "localhost") || err == nil && ip.IsLoopback()
}

// hostname is an address without its port.
func hostname(address string) string { return (&url.URL{Host: address}).Hostname() }
