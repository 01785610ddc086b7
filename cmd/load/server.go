package main

import (
	"bufio"
	"context"
	"fmt"
	"io"
	"net"
	"net/http"
	"os/exec"
	"strings"
	"time"
)

// A server is a process that answers at a loopback address.
type server struct {
	name string
	base string // "http://127.0.0.1:1234"
	cmd  *exec.Cmd
}

// start runs a server and waits until it answers at path. Each "{address}" among
// its arguments is an address of its own.
func start(ctx context.Context, name, path, program string, args ...string) (*server, error) {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		return nil, err
	}
	address := l.Addr().String()
	l.Close()
	for i, arg := range args {
		args[i] = strings.ReplaceAll(arg, "{address}", address)
	}
	s := &server{name: name, base: "http://" + address, cmd: exec.CommandContext(ctx, program, args...)}
	out, err := s.cmd.StderrPipe()
	if err != nil {
		return nil, err
	}
	if err := s.cmd.Start(); err != nil {
		return nil, fmt.Errorf("%s: %w", name, err)
	}
	go io.Copy(io.Discard, bufio.NewReader(out))
	for range 600 {
		if r, err := http.Get(s.base + path); err == nil {
			r.Body.Close()
			if r.StatusCode < 300 {
				return s, nil
			}
		}
		time.Sleep(100 * time.Millisecond)
	}
	s.stop()
	return nil, fmt.Errorf("%s does not answer at %s%s", name, s.base, path)
}

func (s *server) stop() {
	_ = s.cmd.Process.Kill()
	_ = s.cmd.Wait()
}
