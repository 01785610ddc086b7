package main

import (
	"crypto/tls"
	"fmt"
	"log/slog"
	"os"
	"sync"
	"time"
)

// A certificate is read from its files, and anew when they change, so that a
// renewed one is used without a restart.
type certificate struct {
	certFile, keyFile string
	log               *slog.Logger

	mu     sync.Mutex
	stamp  time.Time // of the newer of the files
	loaded *tls.Certificate
}

func (c *certificate) config() *tls.Config {
	return &tls.Config{
		MinVersion:     tls.VersionTLS12,
		NextProtos:     []string{"h2", "http/1.1"},
		GetCertificate: func(*tls.ClientHelloInfo) (*tls.Certificate, error) { return c.current(), nil },
	}
}

// current is the certificate as its files have it. Files that are wrong are told
// once in the log; the certificate from before then stays.
func (c *certificate) current() *tls.Certificate {
	c.mu.Lock()
	defer c.mu.Unlock()
	stamp, err := c.changed()
	if err != nil || stamp.Equal(c.stamp) {
		return c.loaded
	}
	if err := c.read(stamp); err != nil {
		c.log.Error("the certificate was not read anew", "error", err.Error())
		c.stamp = stamp
	}
	return c.loaded
}

// load reads the files for the first time.
func (c *certificate) load() error {
	c.mu.Lock()
	defer c.mu.Unlock()
	stamp, err := c.changed()
	if err != nil {
		return fmt.Errorf("reading the certificate (--tls-cert, --tls-key): %w", err)
	}
	return c.read(stamp)
}

func (c *certificate) read(stamp time.Time) error {
	pair, err := tls.LoadX509KeyPair(c.certFile, c.keyFile)
	if err != nil {
		return fmt.Errorf("reading the certificate (--tls-cert, --tls-key): %w", err)
	}
	c.stamp, c.loaded = stamp, &pair
	return nil
}

// changed says when the files last changed.
func (c *certificate) changed() (last time.Time, err error) {
	for _, name := range []string{c.certFile, c.keyFile} {
		info, err := os.Stat(name)
		if err != nil {
			return last, err
		}
		if info.ModTime().After(last) {
			last = info.ModTime()
		}
	}
	return last, nil
}
