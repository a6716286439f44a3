package store

import (
	"context"
	"errors"
	"testing"
	"time"
)

func TestKeeperIsAStore(t *testing.T) {
	checkStore(t, func(_ *testing.T, now func() time.Time) Store { return NewKeeper(NewMemory(now)) })
}

// faulty is a Store that fails while it has an error.
type faulty struct {
	Store
	err error
}

func (f *faulty) List(ctx context.Context) (Listing, error) {
	if f.err != nil {
		return Listing{}, f.err
	}
	return f.Store.List(ctx)
}

func (f *faulty) Get(ctx context.Context, id string) (Saved, error) {
	if f.err != nil {
		return Saved{}, f.err
	}
	return f.Store.Get(ctx, id)
}

func (f *faulty) Put(ctx context.Context, s Saved) (Saved, error) {
	if f.err != nil {
		return Saved{}, f.err
	}
	return f.Store.Put(ctx, s)
}

func (f *faulty) Delete(ctx context.Context, id string) (Deleted, error) {
	if f.err != nil {
		return Deleted{}, f.err
	}
	return f.Store.Delete(ctx, id)
}

// TestKeeperKeepsWhatCannotBeStored until it can be, also if it is put again meanwhile.
func TestKeeperKeepsWhatCannotBeStored(t *testing.T) {
	inner := &faulty{Store: NewMemory(ticks())}
	k := NewKeeper(inner)
	a := mustPut(t, k, full("A", "s", 0))
	inner.err = ErrFull
	next := a
	next.Script = "changed"
	kept, err := k.Put(t.Context(), next)
	if !errors.Is(err, ErrFull) || kept != next {
		t.Fatalf("Put gives %+v, %v", kept, err)
	}
	b, err := k.Put(t.Context(), full("B", "s", 0))
	if !errors.Is(err, ErrFull) || b.ID == "" || b.Version != (Version{}) {
		t.Fatalf("Put gives %+v, %v", b, err)
	}
	l, err := k.List(t.Context())
	if !errors.Is(err, ErrFull) || len(l.Waiting) != 2 || len(k.Waiting()) != 2 {
		t.Errorf("List gives %+v, %v", l, err)
	}
	if got, err := k.Get(t.Context(), b.ID); err != nil || got != b {
		t.Errorf("Get gives %+v, %v", got, err)
	}
	if _, err := k.Put(t.Context(), full("", "s", 0)); err == nil || len(k.Waiting()) != 2 {
		t.Errorf("an empty title: %v, %d wait", err, len(k.Waiting()))
	}

	inner.err = nil
	if l, err = k.List(t.Context()); err != nil || len(l.Waiting) != 0 || len(l.Stored) != 2 || len(l.Entries) != 2 {
		t.Fatalf("List gives %+v, %v", l, err)
	}
	b.Script = "the page does not know yet that B is stored"
	if b, err = k.Put(t.Context(), b); err != nil {
		t.Error(err)
	}
	if got, err := inner.Get(t.Context(), a.ID); err != nil || got.Script != "changed" {
		t.Errorf("A is %+v, %v", got, err)
	}
	if l := mustList(t, k); len(l) != 2 {
		t.Errorf("stored: %+v", l)
	}
}

// TestKeeperKeepsBothVersions if another tab has changed what was to be replaced.
func TestKeeperKeepsBothVersions(t *testing.T) {
	inner := &faulty{Store: NewMemory(ticks())}
	k := NewKeeper(inner)
	a := mustPut(t, k, full("A", "s", 0))
	inner.err = ErrFull
	mine, theirs := a, a
	mine.Script, theirs.Script = "mine", "theirs"
	if _, err := k.Put(t.Context(), mine); !errors.Is(err, ErrFull) {
		t.Fatal(err)
	}
	inner.err = nil
	mustPut(t, inner, theirs)
	l, err := k.List(t.Context())
	if err != nil || len(l.Entries) != 2 || len(l.Stored) != 1 || l.Stored[0].ID != a.ID || l.Stored[0].As.ID == a.ID {
		t.Fatalf("List gives %+v, %v", l, err)
	}
	if got, err := k.Get(t.Context(), l.Stored[0].As.ID); err != nil || got.Script != "mine" {
		t.Errorf("%+v, %v", got, err)
	}
}

// TestKeeperHoldsWhatWasDeleted, and stores it only when it is told to.
func TestKeeperHoldsWhatWasDeleted(t *testing.T) {
	k := NewKeeper(NewMemory(ticks()))
	a, b := mustPut(t, k, full("A", "s", 0)), mustPut(t, k, full("B", "s", 0))
	if _, err := k.Delete(t.Context(), b.ID); err != nil {
		t.Fatal(err)
	}
	k.inner = NewMemory(ticks())
	if n := k.HoldDeleted(); n != 1 {
		t.Errorf("%d are kept, want one: the other was deleted before", n)
	}
	if l, err := k.List(t.Context()); err != nil || len(l.Waiting) != 1 || len(l.Entries) != 0 {
		t.Errorf("List gives %+v, %v", l, err)
	}
	k.Release()
	if l, err := k.List(t.Context()); err != nil || len(l.Entries) != 1 || l.Entries[0].ID != a.ID {
		t.Errorf("List gives %+v, %v", l, err)
	}
	if n := NewKeeper(NewMemory(ticks())).HoldDeleted(); n != 0 {
		t.Errorf("%d are kept of nothing", n)
	}
}

func TestImportedForm(t *testing.T) {
	a := Saved{Entry: Entry{ID: "a", Title: "A", Step: 1}, Script: "s"}
	other := a
	other.Script = "t"
	x, again, y := importedForm(a), importedForm(a), importedForm(other)
	if x != again || x.ID == y.ID || x.ID == a.ID || !validID(x.ID) || x.Title != "A (imported)" || x.Script != "s" {
		t.Errorf("%+v, %+v, %+v", x, again, y)
	}
}
