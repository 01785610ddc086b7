// Package lexicon holds the finite names that records use, loaded from TSV
// files, and finds them in text: the longest name at each word, compared
// without accents and odd punctuation, proper nouns only where they are
// written as such.
//
// A file is UTF-8 with one entry a line. Lines that begin with # are comments;
// the first other line names the columns. Every file has the columns id and
// label (or phrase alone, for words to pass over, or given and family, for parts
// of persons' names); several values in a cell are parted by "|". The columns are documented at Entry.
package lexicon

import (
	"bufio"
	"errors"
	"fmt"
	"io"
	"io/fs"
	"path"
	"slices"
	"strconv"
	"strings"

	"rapporteur/internal/words"
	"rapporteur/schema"
)

// How says by which kind of name an entry was found.
type How string

// The kinds of names.
const (
	ByName    How = "name"
	ByAlias   How = "alias"
	ByAcronym How = "acronym"
	ByDemonym How = "demonym"
)

// An Entry is one line of a lexicon: an entity with its names.
type Entry struct {
	ID       string       // short IRI: "country:AZE"
	Class    schema.Class // by the prefix of the ID
	Kind     string       // "state", "un-agency", "covenant"; of a topic TopicGroup, TopicFurther or none
	Label    string       // the name to show
	Aliases  []string     // other names; column "aliases" or "names"
	Acronyms []string     // matched letter by letter: "WHO" is not "who"
	Demonyms []string     // "Azerbaijani"
	Codes    []string     // "iso2=AZ": codes of authorities, only checked ones
	Country  string       // id of the country of a national institution
	Bodies   []string     // of a treaty: codes of the bodies that call it by its short name
	Short    string       // of a treaty: what records of those bodies call it, such as "Convention"
	Organs   []string     // of a body: ids of others that its records call by a short name: "the Assembly"
	Broader  []*Entry     // of a topic: the wider ones that it is part of
	Match    []string     // of a topic: UNBIS concept ids
	Bar      int          // of a topic: how many points more than others it needs, as its phrases are common; may be negative
	Terms    []string     // of a topic: phrases that are spoken of in no other context
	Cues     []string     // of a topic: phrases that are also said in passing
	Hints    []string     // of a topic: phrases of several topics, which need company
	Place    string       // file:line, for messages

	broader []string // as the line names them
}

// A Lexicon is a set of entries and the phrases that name them.
type Lexicon struct {
	entries []*Entry
	byID    map[string]*Entry
	names   phrases
	topics  topicPhrases
	persons personNames
}

// ErrNoEntries is returned by Load when the folders hold no lexicon file.
var ErrNoEntries = errors.New("no lexicon files (*.tsv) found")

// Load reads every *.tsv of the folders, in order; an entry of a later folder
// replaces an earlier one with the same id. Errors read "file:line: what".
func Load(folders ...fs.FS) (*Lexicon, error) {
	l := &Lexicon{byID: make(map[string]*Entry), topics: newTopicPhrases()}
	var passOver []string
	found := false
	for _, folder := range folders {
		files, err := fs.Glob(folder, "*.tsv")
		if err != nil {
			return nil, fmt.Errorf("listing lexicon files: %w", err)
		}
		seen := make(map[string]string)
		for _, name := range files {
			found = true
			skip, err := l.read(folder, name, seen)
			if err != nil {
				return nil, err
			}
			passOver = append(passOver, skip...)
		}
	}
	if !found {
		return nil, ErrNoEntries
	}
	return l, l.compile(passOver)
}

// Entry returns the entry with the given id, nil if there is none.
func (l *Lexicon) Entry(id string) *Entry { return l.byID[id] }

// Entries returns all entries in file order. The caller must not change them.
func (l *Lexicon) Entries() []*Entry { return l.entries }

func (l *Lexicon) read(folder fs.FS, name string, seen map[string]string) (passOver []string, err error) {
	f, err := folder.Open(name)
	if err != nil {
		return nil, fmt.Errorf("reading lexicon: %w", err)
	}
	defer f.Close()
	t, err := newTable(name, f)
	if err != nil {
		return nil, err
	}
	for t.next() {
		if err := t.check(); err != nil {
			return nil, err
		}
		if phrase := t.cell("phrase"); phrase != "" {
			passOver = append(passOver, phrase)
			continue
		}
		if l.persons.read(t) {
			continue
		}
		e, err := t.entry()
		if err != nil {
			return nil, err
		}
		if first, ok := seen[e.ID]; ok {
			return nil, fmt.Errorf("%s: %s is already at %s", e.Place, e.ID, first)
		}
		seen[e.ID] = e.Place
		l.put(e)
	}
	return passOver, t.err()
}

func (l *Lexicon) put(e *Entry) {
	if old, ok := l.byID[e.ID]; ok {
		l.entries[slices.Index(l.entries, old)] = e
	} else {
		l.entries = append(l.entries, e)
	}
	l.byID[e.ID] = e
}

// columns are those a lexicon file may have; others are refused as mistakes.
var columns = []string{"id", "kind", "label", "names", "aliases", "acronyms", "demonyms", "codes", "country", "body", "short", "treaty", "organs", "broader", "unbis", "bar", "terms", "cues", "hints", "phrase", "given", "family", "note"}

type table struct {
	name    string
	scan    *bufio.Scanner
	line    int
	columns []string
	cells   []string
}

func newTable(name string, r io.Reader) (*table, error) {
	t := &table{name: name, scan: bufio.NewScanner(r)}
	t.scan.Buffer(make([]byte, 64<<10), 1<<20)
	if !t.next() {
		return nil, fmt.Errorf("%s: no header line", name)
	}
	t.columns = t.cells
	for _, c := range t.columns {
		if !slices.Contains(columns, c) {
			return nil, fmt.Errorf("%s: unknown column %q (known: %s)", t.place(), c, strings.Join(columns, " "))
		}
	}
	return t, nil
}

func (t *table) place() string { return fmt.Sprintf("%s:%d", t.name, t.line) }

func (t *table) next() bool {
	for t.scan.Scan() {
		t.line++
		text := strings.TrimRight(t.scan.Text(), "\r")
		if strings.TrimSpace(text) == "" || strings.HasPrefix(text, "#") {
			continue
		}
		t.cells = strings.Split(text, "\t")
		return true
	}
	return false
}

func (t *table) err() error {
	if err := t.scan.Err(); err != nil {
		return fmt.Errorf("%s: %w", t.place(), err)
	}
	return nil
}

func (t *table) cell(column string) string {
	i := slices.Index(t.columns, column)
	if i < 0 || i >= len(t.cells) {
		return ""
	}
	return strings.TrimSpace(t.cells[i])
}

func (t *table) list(column string) []string {
	var out []string
	for v := range strings.SplitSeq(t.cell(column), "|") {
		if v = strings.TrimSpace(v); v != "" {
			out = append(out, v)
		}
	}
	return out
}

// check refuses a line with a tab too many, whose cells say what they should not.
func (t *table) check() error {
	if len(t.cells) > len(t.columns) {
		return fmt.Errorf("%s: %d cells under %d columns", t.place(), len(t.cells), len(t.columns))
	}
	return nil
}

func (t *table) entry() (*Entry, error) {
	e := &Entry{
		ID: t.cell("id"), Kind: t.cell("kind"), Label: t.cell("label"), Aliases: append(t.list("names"), t.list("aliases")...),
		Acronyms: t.list("acronyms"), Demonyms: t.list("demonyms"), Codes: t.list("codes"), Country: t.cell("country"),
		Bodies: t.list("body"), Short: t.cell("short"), Organs: t.list("organs"), broader: t.list("broader"), Match: t.list("unbis"),
		Terms: t.list("terms"), Cues: t.list("cues"), Hints: t.list("hints"), Place: t.place(),
	}
	if bar := t.cell("bar"); bar != "" {
		n, err := strconv.Atoi(bar)
		if err != nil {
			return nil, fmt.Errorf("%s: %s: bar %q is no whole number", e.Place, e.ID, bar)
		}
		e.Bar = n
	}
	class, ok := classes[prefix(e.ID)]
	if !ok || e.Label == "" {
		return nil, fmt.Errorf("%s: an entry needs an id with a known prefix and a label; got id %q, label %q", e.Place, e.ID, e.Label)
	}
	e.Class = class
	return e, nil
}

func prefix(id string) string {
	p, _, _ := strings.Cut(id, ":")
	return p
}

// classes are the classes that entries may have, by the prefix of their id. A
// body is mentioned as the institution that it is.
var classes = map[string]schema.Class{
	"country": schema.ClassCountry, "body": schema.ClassInstitution, "institution": schema.ClassInstitution, "agreement": schema.ClassAgreement, "law": schema.ClassLaw,
	"policy": schema.ClassPolicy, "document": schema.ClassDocument, "symbol": schema.ClassDocument, "topic": schema.ClassTopic, "person": schema.ClassPerson,
}

func (l *Lexicon) compile(passOver []string) error {
	if err := l.linkTopics(); err != nil {
		return err
	}
	split := words.NewSplitter()
	for _, e := range l.entries {
		if e.Class == schema.ClassTopic {
			if err := l.topics.add(split, e); err != nil {
				return err
			}
			continue
		}
		l.names.add(split, e, ByName, []string{e.Label})
		l.names.add(split, e, ByAlias, e.Aliases)
		l.names.add(split, e, ByAcronym, e.Acronyms)
		l.names.add(split, e, ByDemonym, e.Demonyms)
	}
	l.names.add(split, nil, ByName, passOver)
	return nil
}

// Code returns the value of a code such as "iso2" of e, "" if it has none.
func (e *Entry) Code(name string) string {
	for _, c := range e.Codes {
		if k, v, ok := strings.Cut(c, "="); ok && k == name {
			return v
		}
	}
	return ""
}

// Name returns the name of an id without its prefix: "AZE" of "country:AZE".
func Name(id string) string { return path.Clean(id[strings.IndexByte(id, ':')+1:]) }
