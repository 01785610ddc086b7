package web

import (
	"errors"
	"fmt"
	"net/http"
	"net/url"
	"regexp"
	"strings"
)

// saneHost is what a Host header may look like that answers repeat.
var saneHost = regexp.MustCompile(`^([A-Za-z0-9]([A-Za-z0-9.-]{0,252})|\[[0-9A-Fa-f:.]{2,45}\])(:[0-9]{1,5})?$`)

// publicURL returns the address of the site without a slash at the end: that of
// the options, else where the request itself was sent to. Headers that proxies
// add are not believed; behind one, set the option.
func (s *site) publicURL(r *http.Request) (string, error) {
	if s.options.PublicURL != "" {
		return strings.TrimSuffix(s.options.PublicURL, "/"), nil
	}
	if !saneHost.MatchString(r.Host) {
		return "", badRequest{"", errors.New("the Host header is not the name of a host")}
	}
	if r.TLS != nil {
		return "https://" + r.Host, nil
	}
	return "http://" + r.Host, nil
}

// checkPublicURL refuses what cannot stand before a path.
func checkPublicURL(address string) error {
	if address == "" {
		return nil
	}
	u, err := url.Parse(address)
	if err != nil || u.Scheme != "http" && u.Scheme != "https" || u.Host == "" || u.User != nil || strings.Trim(u.Path, "/") != "" || strings.ContainsAny(address, "?#") {
		return fmt.Errorf("the public URL %q is not like https://records.example.org", address)
	}
	return nil
}
