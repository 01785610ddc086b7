package names_test

import (
	"context"
	"errors"
	"slices"
	"strings"
	"sync"
	"testing"

	"github.com/cayleygraph/quad"

	"rapporteur/graph/store"
	"rapporteur/internal/names"
	"rapporteur/queries/gizmo"
	"rapporteur/schema"
)

// The law that loses its name in tests.
const act, actLabel = "law:UTO/tide-act", "Tide Act"

// forget takes the name of the act out of the store.
func forget(t testing.TB, s *store.Store) {
	t.Helper()
	quads := slices.DeleteFunc(facts(t), func(q quad.Quad) bool { return q.Object == quad.String(actLabel) })
	if _, err := s.Replace(context.Background(), "record:XYZ/SR.4", quads); err != nil {
		t.Fatal(err)
	}
}

// A door is a store whose programs wait until they are let through.
type door struct {
	*store.Store
	asked chan struct{} // receives an element for each program that comes
	pass  chan error    // gives each program leave, or the error that it ends with; closed, it lets all through
}

func newDoor(s *store.Store) *door {
	return &door{s, make(chan struct{}, 1000), make(chan error)}
}

func (d *door) Run(ctx context.Context, p *gizmo.Program, lim gizmo.Limits) (*gizmo.Result, error) {
	d.asked <- struct{}{}
	select {
	case err := <-d.pass:
		if err != nil {
			return nil, err
		}
		return d.Store.Run(ctx, p, lim)
	case <-ctx.Done():
		return nil, ctx.Err()
	}
}

// programs is how many programs a reading runs.
func programs(sch *schema.Schema) int {
	n := 0
	for _, class := range sch.Classes() {
		if class.ID != schema.ClassMention && class.ID != schema.ClassParagraph {
			n++
		}
	}
	return n
}

// gone returns a context that is over.
func gone() context.Context {
	ctx, cancel := context.WithCancel(context.Background())
	cancel()
	return ctx
}

// TestBook checks that the index is read again when the store has changed, and
// only then.
func TestBook(t *testing.T) {
	ctx := context.Background()
	s, sch := open(t)
	book := names.NewBook(s, sch)
	first, err := book.Index(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if again, err := book.Index(ctx); err != nil || again != first {
		t.Errorf("the index is read again without a change (%v)", err)
	}
	if latest, err := book.Latest(gone()); err != nil || latest != first {
		t.Errorf("Latest is another index without a change (%v)", err)
	}
	forget(t, s)
	changed, err := book.Index(ctx)
	if err != nil {
		t.Fatal(err)
	}
	if got := changed.Label(act); got != "UTO/tide-act" {
		t.Errorf("label %q of what has lost its name", got)
	}
	if got := first.Label(act); got != actLabel {
		t.Errorf("an index has changed: %q", got)
	}
}

// TestReadingOutlivesItsWaiters checks that those who leave do not undo what was
// begun for them, and that many wait for one reading.
func TestReadingOutlivesItsWaiters(t *testing.T) {
	s, sch := open(t)
	d := newDoor(s)
	book := names.NewBook(d, sch)
	for _, call := range []func(context.Context) (*names.Index, error){book.Index, book.Latest} {
		if _, err := call(gone()); !errors.Is(err, names.ErrReading) || !errors.Is(err, context.Canceled) {
			t.Errorf("error %v, want ErrReading with context.Canceled", err)
		}
	}
	var all sync.WaitGroup
	for range 8 {
		all.Go(func() {
			if x, err := book.Index(context.Background()); err != nil || x.Len() == 0 {
				t.Errorf("no index: %v", err)
			}
		})
	}
	close(d.pass)
	all.Wait()
	if got, want := len(d.asked), programs(sch); got != want {
		t.Errorf("%d programs were run, want the %d of one reading", got, want)
	}
}

// TestLatestIsOldWhileRead checks that nobody has to wait after a write, and that
// who wants what was written gets it.
func TestLatestIsOldWhileRead(t *testing.T) {
	ctx := context.Background()
	s, sch := open(t)
	d := newDoor(s)
	book := names.NewBook(d, sch)
	let := func(n int) {
		for range n {
			d.pass <- nil
		}
	}
	go let(programs(sch))
	first, err := book.Index(ctx)
	if err != nil {
		t.Fatal(err)
	}
	forget(t, s)
	for range 2 {
		if x, err := book.Latest(gone()); err != nil || x != first {
			t.Errorf("Latest waits or gives another index: %v", err)
		}
	}
	close(d.pass)
	x, err := book.Index(ctx)
	if err != nil || x.Label(act) == actLabel {
		t.Errorf("Index is older than the write (%v)", err)
	}
	if latest, err := book.Latest(gone()); err != nil || latest != x {
		t.Errorf("Latest is not the last index (%v)", err)
	}
}

// TestIndexSeesWritesDuringReading asks after a write that came when a reading had
// begun: that reading is not enough.
func TestIndexSeesWritesDuringReading(t *testing.T) {
	s, sch := open(t)
	d := newDoor(s)
	book := names.NewBook(d, sch)
	book.Index(gone())
	for range programs(sch) - 1 {
		d.pass <- nil
	}
	forget(t, s)
	done := make(chan *names.Index)
	go func() {
		x, err := book.Index(context.Background())
		if err != nil {
			t.Error(err)
		}
		done <- x
	}()
	close(d.pass)
	if x := <-done; x != nil && x.Label(act) == actLabel {
		t.Error("Index is older than the write")
	}
}

func TestFaultsShowAndPass(t *testing.T) {
	ctx := context.Background()
	s, sch := open(t)
	d := newDoor(s)
	book := names.NewBook(d, sch)
	fault := errors.New("bad sector")
	go func() { d.pass <- fault }()
	if _, err := book.Index(ctx); !errors.Is(err, fault) {
		t.Errorf("error %v, want %v", err, fault)
	}
	go func() {
		for range programs(sch) {
			d.pass <- nil
		}
	}()
	if _, err := book.Index(ctx); err != nil {
		t.Errorf("the error stays: %v", err)
	}
	forget(t, s)
	go func() { d.pass <- fault }()
	if _, err := book.Index(ctx); !errors.Is(err, fault) {
		t.Errorf("error %v, want %v", err, fault)
	}
	if _, err := book.Latest(gone()); !errors.Is(err, names.ErrReading) {
		t.Errorf("Latest hides that names could not be read: %v", err)
	}
	close(d.pass)
	if x, err := book.Latest(ctx); err != nil || x.Label(act) == actLabel {
		t.Errorf("the error stays: %v", err)
	}
}

func TestCloseCallsOff(t *testing.T) {
	s, sch := open(t)
	d := newDoor(s)
	book := names.NewBook(d, sch)
	called := make(chan error)
	go func() {
		_, err := book.Index(context.Background())
		called <- err
	}()
	<-d.asked
	book.Close()
	if err := <-called; !errors.Is(err, context.Canceled) || errors.Is(err, names.ErrReading) {
		t.Errorf("error %v, want context.Canceled", err)
	}
	if _, err := book.Index(context.Background()); !errors.Is(err, context.Canceled) {
		t.Errorf("a closed book reads: %v", err)
	}
}

// A trap is a store that panics.
type trap struct{ *store.Store }

func (trap) Run(context.Context, *gizmo.Program, gizmo.Limits) (*gizmo.Result, error) {
	panic("trodden on")
}

func TestPanicIsAnError(t *testing.T) {
	s, sch := open(t)
	_, err := names.NewBook(trap{s}, sch).Index(context.Background())
	if err == nil || !strings.Contains(err.Error(), "trodden on") {
		t.Errorf("error %v, want the panic", err)
	}
}
