package main

import (
	"context"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io"
	"log/slog"
	"math/big"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

// writeCertificate writes a certificate for a name that signs itself, and returns
// who trusts it.
func writeCertificate(t *testing.T, certFile, keyFile, name string, stamp time.Time) *x509.CertPool {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	now := time.Now()
	template := &x509.Certificate{
		SerialNumber: big.NewInt(1), Subject: pkix.Name{CommonName: name}, DNSNames: []string{name},
		NotBefore: now.Add(-time.Hour), NotAfter: now.Add(time.Hour), IsCA: true, BasicConstraintsValid: true,
	}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	secret, err := x509.MarshalPKCS8PrivateKey(key)
	if err != nil {
		t.Fatal(err)
	}
	for file, block := range map[string]*pem.Block{certFile: {Type: "CERTIFICATE", Bytes: der}, keyFile: {Type: "PRIVATE KEY", Bytes: secret}} {
		if err := os.WriteFile(file, pem.EncodeToMemory(block), 0o600); err != nil {
			t.Fatal(err)
		}
		if err := os.Chtimes(file, stamp, stamp); err != nil {
			t.Fatal(err)
		}
	}
	cert, err := x509.ParseCertificate(der)
	if err != nil {
		t.Fatal(err)
	}
	pool := x509.NewCertPool()
	pool.AddCert(cert)
	return pool
}

// TestCertificateIsRenewed serves by TLS, renews the certificate, and then breaks
// its files: the one before stays.
func TestCertificateIsRenewed(t *testing.T) {
	dir, stamp := t.TempDir(), time.Unix(1_700_000_000, 0)
	cert, key := filepath.Join(dir, "cert.pem"), filepath.Join(dir, "key.pem")
	first := writeCertificate(t, cert, key, "first.test", stamp)
	var log strings.Builder
	o := operationFlags{listen: "127.0.0.1:0", certificate: cert, key: key}
	l, err := o.open(slog.New(slog.NewTextHandler(&log, nil)))
	if err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(t.Context())
	server := o.server(http.HandlerFunc(func(w http.ResponseWriter, r *http.Request) { io.WriteString(w, r.Proto) }))
	go func() { <-ctx.Done(); server.Close() }()
	ended := make(chan error, 1)
	go func() { ended <- server.Serve(l) }()
	check := func(name string, trusted *x509.CertPool) {
		t.Helper()
		if err := overTLS(l.Addr(), name, trusted); err != nil {
			t.Error(err)
		}
	}

	check("first.test", first)
	second := writeCertificate(t, cert, key, "second.test", stamp.Add(time.Hour))
	check("second.test", second)
	if err := os.WriteFile(cert, []byte("nothing"), 0o600); err != nil {
		t.Fatal(err)
	}
	check("second.test", second)
	check("second.test", second)
	if err := os.Remove(key); err != nil {
		t.Fatal(err)
	}
	check("second.test", second)
	cancel()
	<-ended
	if n := strings.Count(log.String(), "not read anew"); n != 1 {
		t.Errorf("the log tells %d times of the wrong file, want once:\n%s", n, &log)
	}
}

// overTLS asks a server, by HTTP/2, that shows a certificate for name.
func overTLS(at net.Addr, name string, trusted *x509.CertPool) error {
	transport := &http.Transport{TLSClientConfig: &tls.Config{ServerName: name, RootCAs: trusted}, ForceAttemptHTTP2: true}
	defer transport.CloseIdleConnections()
	r, err := (&http.Client{Transport: transport}).Get("https://" + at.String() + "/")
	if err != nil {
		return err
	}
	defer r.Body.Close()
	if body, err := io.ReadAll(r.Body); err != nil || string(body) != "HTTP/2.0" {
		return &net.AddrError{Err: "answered " + string(body), Addr: at.String()}
	}
	return nil
}
