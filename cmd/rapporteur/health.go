package main

import (
	"context"
	"fmt"
	"io"
	"net/http"
	"net/url"
	"time"

	"github.com/spf13/cobra"
)

func healthCommand() *cobra.Command {
	cmd := &cobra.Command{
		Use:   "health",
		Short: "Ask a server whether it is ready",
		Long: `Ask a server whether it is ready: status 0 if it is, 1 if not. It is for health
checks where there is no shell, such as containers.

` + statusHelp,
		Example: "  rapporteur health --url http://127.0.0.1:8080/readyz",
		Args:    exactly(0, "no arguments"),
	}
	address := cmd.Flags().String("url", "http://127.0.0.1:8080/readyz", "address to ask")
	patience := cmd.Flags().Duration("timeout", 3*time.Second, "give up after this time")
	cmd.RunE = func(cmd *cobra.Command, _ []string) error {
		if u, err := url.Parse(*address); err != nil || u.Host == "" || u.Scheme != "http" && u.Scheme != "https" {
			return usage(fmt.Errorf("--url %q: not an address such as http://127.0.0.1:8080/readyz", *address))
		}
		ctx, cancel := context.WithTimeout(cmd.Context(), *patience)
		defer cancel()
		return askHealth(ctx, cmd.OutOrStdout(), *address)
	}
	return cmd
}

// askHealth prints what a healthy server answers. Another answer is an error, as
// is one that sends elsewhere.
func askHealth(ctx context.Context, out io.Writer, address string) error {
	r, err := http.NewRequestWithContext(ctx, http.MethodGet, address, nil)
	if err != nil {
		return err
	}
	client := http.Client{CheckRedirect: func(*http.Request, []*http.Request) error { return http.ErrUseLastResponse }}
	answer, err := client.Do(r)
	if err != nil {
		return fmt.Errorf("the server does not answer: %w", err)
	}
	defer answer.Body.Close()
	if answer.StatusCode != http.StatusOK {
		return fmt.Errorf("the server is not ready: it answers %s", answer.Status)
	}
	_, err = io.Copy(out, io.LimitReader(answer.Body, 4<<10))
	return err
}
