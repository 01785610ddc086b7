package settings

import (
	"errors"
	"fmt"
	"slices"
	"strings"

	"github.com/goccy/go-yaml"
	"github.com/goccy/go-yaml/ast"
	"github.com/spf13/cobra"
)

// everywhere is the section of what holds for all commands.
const everywhere = ""

// A File is a file of settings: YAML whose keys are names of flags, for all
// commands that have them, and names of commands, with flags below them.
//
//	store: /var/lib/rapporteur
//	serve:
//	  listen: 0.0.0.0:8080
//	  trusted-proxy: [10.0.0.0/8]
type File struct {
	name     string
	sections map[string]section // by command
}

// A section is what is said of the flags of a command, or of all, by flag.
type section map[string]entry

type entry struct {
	values []string
	line   int
}

func (f *File) at(line int) string { return fmt.Sprintf("%s:%d", f.name, line) }

// Read reads a file for the commands below root. Errors read "file:line: what"; a
// key that nobody knows is one.
func Read(name string, data []byte, root *cobra.Command) (*File, error) {
	f := &File{name: name, sections: map[string]section{}}
	body, err := parse(data)
	if err != nil {
		return nil, f.located(err)
	}
	if body == nil { // nothing but comments
		return f, nil
	}
	top, ok := body.(ast.MapNode)
	if !ok {
		return nil, f.wrong(body, errors.New("a file of settings is a list of KEY: VALUE"))
	}
	known := commandsOf(root)
	for it := top.MapRange(); it.Next(); {
		if err := f.read(known, it); err != nil {
			return nil, err
		}
	}
	return f, nil
}

// read reads a section, or a setting for all commands. A section may be empty.
func (f *File) read(known commands, it *ast.MapNodeIter) error {
	key, all := keyOf(it), known.all()
	switch below := it.Value().(type) {
	case ast.MapNode:
		return f.section(known, key, it.Key(), below)
	case *ast.NullNode:
		if known[key] != nil && !slices.Contains(all, key) {
			return nil
		}
	}
	return f.add(everywhere, all, key, it)
}

// section reads what is said of the flags of one command.
func (f *File) section(known commands, command string, at ast.Node, below ast.MapNode) error {
	flags, ok := known[command]
	if !ok {
		return f.wrong(at, unknown("command", command, known.names()))
	}
	for it := below.MapRange(); it.Next(); {
		if err := f.add(command, flags, keyOf(it), it); err != nil {
			return err
		}
	}
	return nil
}

// add reads one flag's setting.
func (f *File) add(command string, flags []string, flag string, it *ast.MapNodeIter) error {
	if !slices.Contains(flags, flag) {
		return f.wrong(it.Key(), unknown("setting", flag, flags))
	}
	values, err := valuesOf(it.Value())
	if err != nil {
		return f.wrong(it.Key(), fmt.Errorf("%s: %w", flag, err))
	}
	if f.sections[command] == nil {
		f.sections[command] = section{}
	}
	f.sections[command][flag] = entry{values, it.Key().GetToken().Position.Line}
	return nil
}

func (f *File) wrong(at ast.Node, err error) error {
	return fmt.Errorf("%s: %w", f.at(at.GetToken().Position.Line), err)
}

// located puts an error of the YAML reader into the form file:line: what.
func (f *File) located(err error) error {
	var at yaml.Error
	if !errors.As(err, &at) || at.GetToken() == nil {
		return fmt.Errorf("%s: %w", f.name, err)
	}
	what, _, _ := strings.Cut(at.GetMessage(), "\n")
	return fmt.Errorf("%s: %s", f.at(at.GetToken().Position.Line), what)
}
