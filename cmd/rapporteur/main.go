// Rapporteur reads the summary records of United Nations meetings into a graph
// of who spoke, for whom, about what, citing which agreement, and answers
// questions about it. This package only wires the parts; see docs/design.md.
package main

import (
	"context"
	"errors"
	"fmt"
	"io"
	"os"
	"os/signal"
	"syscall"

	"github.com/spf13/cobra"

	"rapporteur/graph/store"
	"rapporteur/internal/search"
)

// Exit statuses, as the help says them.
const (
	statusOK       = 0
	statusError    = 1 // it could not be done
	statusUsage    = 2 // the command line is wrong
	statusSomeBad  = 3 // some files could not be read; the others were
	statusLocked   = 4 // another process holds the store
	statusBadStore = 5 // the store is of another version, damaged, or no store
)

const statusHelp = `Exit status: 0 done; 1 it could not be done; 2 the command line is wrong;
3 some files could not be read (the others were); 4 another process holds the
store; 5 the store is of another version, damaged, or no store.`

const settingsHelp = `Every flag can also be set by a variable, --store by RAPPORTEUR_STORE, or in a file
of settings (--config); "rapporteur config" prints how they stand.`

func main() {
	os.Exit(runInterruptible(os.Args[1:], os.Stdin, os.Stdout, os.Stderr))
}

// runInterruptible runs one command line until it ends or is interrupted. The
// first interrupt asks it to end in good order; the second ends the program,
// which may be waiting for a file that never comes.
func runInterruptible(args []string, in io.Reader, out, errs io.Writer) int {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	context.AfterFunc(ctx, stop)
	return run(ctx, args, in, out, errs)
}

// run runs one command line and returns the exit status.
func run(ctx context.Context, args []string, in io.Reader, out, errs io.Writer) int {
	root := commands()
	root.SetArgs(args)
	root.SetIn(in)
	root.SetOut(out)
	root.SetErr(errs)
	cmd, err := root.ExecuteContextC(ctx)
	if err != nil && cmd == root {
		err = usage(err) // it does nothing itself, so no command was recognised
	}
	if err != nil {
		fmt.Fprintln(errs, "rapporteur:", err)
	}
	return statusOf(err)
}

func commands() *cobra.Command {
	root := &cobra.Command{
		Use:           "rapporteur",
		Short:         "Ask the summary records of United Nations meetings who said what, for whom, citing which agreement",
		Long:          "Rapporteur reads the summary records of United Nations meetings into a graph of\nactors, agreements and topics, and answers questions about it with the paragraphs\nto quote.\n\n" + settingsHelp + "\n\n" + statusHelp,
		SilenceUsage:  true,
		SilenceErrors: true,

		PersistentPreRunE: settle,
	}
	root.SetFlagErrorFunc(func(_ *cobra.Command, err error) error { return usage(err) })
	addConfigFlag(root)
	root.AddCommand(configCommand(), versionCommand(), healthCommand(), manCommand())
	root.AddCommand(ingestCommand(), extractCommand(), deleteCommand(), exportCommand(), importCommand(), queryCommand(), queriesCommand(), gizmoCommand(), searchCommand(), indexCommand(), serveCommand(), mcpCommand(), scoreCommand(), reviewCommand())
	return root
}

// A usageError is a mistake on the command line.
type usageError struct{ error }

func (e usageError) Unwrap() error { return e.error }

func usage(err error) error { return usageError{err} }

// atLeast and exactly check the number of arguments as usage errors.
func atLeast(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) < n {
			return usage(fmt.Errorf("%s needs %s; see rapporteur %s --help", cmd.Name(), what, cmd.Name()))
		}
		return nil
	}
}

func exactly(n int, what string) cobra.PositionalArgs {
	return func(cmd *cobra.Command, args []string) error {
		if len(args) != n {
			return usage(fmt.Errorf("%s takes %s; see rapporteur %s --help", cmd.Name(), what, cmd.Name()))
		}
		return nil
	}
}

var errSomeBad = errors.New("some files could not be read")

func statusOf(err error) int {
	var wrong usageError
	switch {
	case err == nil:
		return statusOK
	case errors.As(err, &wrong):
		return statusUsage
	case errors.Is(err, errSomeBad):
		return statusSomeBad
	case errors.Is(err, store.ErrLocked), errors.Is(err, search.ErrLocked):
		return statusLocked
	case errors.Is(err, store.ErrVersion), errors.Is(err, store.ErrNotStore), errors.Is(err, store.ErrDamaged):
		return statusBadStore
	}
	return statusError
}
