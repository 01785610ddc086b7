package web

import (
	"context"
	"net/netip"
)

// clientKey is the key of a context's client.
type clientKey struct{}

// withClient says whose request it is, by its address.
func withClient(ctx context.Context, address string) context.Context {
	name := address // those whose address cannot be read are told apart by its text
	if n := network(address); n.IsValid() {
		name = n.String()
	}
	return context.WithValue(ctx, clientKey{}, name)
}

// client returns whose request it is, "" for the server's own.
func client(ctx context.Context) string {
	name, _ := ctx.Value(clientKey{}).(string)
	return name
}

// subnet is the part of an IPv6 address that one household or host has to itself.
const subnet = 64

// network is what one client has: an address of IPv4, a /64 of IPv6. That of an
// address that cannot be read is the zero prefix.
func network(address string) netip.Prefix {
	ip, err := netip.ParseAddr(address)
	if err != nil {
		return netip.Prefix{}
	}
	bits := 32
	if ip = ip.Unmap(); ip.Is6() {
		bits = subnet
	}
	prefix, _ := ip.WithZone("").Prefix(bits) // so many bits it has
	return prefix
}
