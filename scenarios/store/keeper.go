package store

import (
	"context"
	"errors"
	"sync"
	"time"
)

// Keeper is a Store around another one that fails at times: the disk is full, the browser denies
// the page its storage, another tab blocks it. What cannot be stored stays in memory, is in every
// Listing, and is stored by the next List that finds the other Store working.
type Keeper struct {
	inner   Store
	mu      sync.Mutex
	waiting []Saved            // oldest first; each has the Version of what it replaces
	used    []Saved            // what was put or read, as it is stored, oldest first
	moved   map[string]replace // by the ID under which it waited
	held    bool               // what waits is not stored before Release
	storing bool
}

// replace is what a Saved that has waited was to replace, and what is stored now.
type replace struct{ from, to Saved }

// mostUsed is how many scenarios a Keeper remembers for the case that all are deleted.
const mostUsed = 100

// NewKeeper returns a Keeper around inner.
func NewKeeper(inner Store) *Keeper {
	return &Keeper{inner: inner, moved: make(map[string]replace)}
}

// List stores what waits, if it can, and lists everything. What still waits is in Waiting, also
// if there is an error.
func (k *Keeper) List(ctx context.Context) (Listing, error) {
	stored := k.storeWaiting(ctx)
	l, err := k.inner.List(ctx)
	l.Stored = stored
	for _, s := range k.Waiting() {
		l.Waiting = append(l.Waiting, s.Entry)
		l.Entries = Without(l.Entries, s.ID)
	}
	return l, err
}

// Waiting returns what is only in memory.
func (k *Keeper) Waiting() []Saved {
	k.mu.Lock()
	defer k.mu.Unlock()
	return append([]Saved(nil), k.waiting...)
}

// Get implements Store.
func (k *Keeper) Get(ctx context.Context, id string) (Saved, error) {
	for _, s := range k.Waiting() {
		if s.ID == id {
			return s, nil
		}
	}
	s, err := k.inner.Get(ctx, id)
	if err == nil {
		k.remember(s)
	}
	return s, err
}

// Put implements Store. If the error is neither an *InvalidError, ErrChanged nor
// context.Canceled, s waits from now on, and Put returns what waits.
func (k *Keeper) Put(ctx context.Context, s Saved) (Saved, error) {
	checked, err := prepared(s, time.UnixMilli(0))
	if err != nil {
		return Saved{}, err
	}
	checked.Created, checked.Version = s.Created, s.Version
	stored, err := k.put(ctx, checked)
	if _, refused := errors.AsType[*InvalidError](err); refused || errors.Is(err, ErrChanged) || errors.Is(err, context.Canceled) {
		return Saved{}, err
	}
	if err != nil {
		k.mu.Lock()
		defer k.mu.Unlock()
		k.waiting = append(without(k.waiting, checked.ID), checked)
		return checked, err
	}
	return stored, nil
}

// put puts s into the other Store. If an earlier form of s has waited and is stored now, s replaces it.
func (k *Keeper) put(ctx context.Context, s Saved) (Saved, error) {
	k.mu.Lock()
	id, next := s.ID, s
	if m, ok := k.moved[id]; ok && m.from.Version == s.Version {
		next.ID, next.Version = m.to.ID, m.to.Version
	}
	k.mu.Unlock()
	stored, err := k.inner.Put(ctx, next)
	if err == nil {
		k.mu.Lock()
		k.waiting = without(k.waiting, id)
		k.mu.Unlock()
		k.remember(stored)
	}
	return stored, err
}

// storeWaiting stores what waits, and returns what it has stored. What another tab has changed
// meanwhile stays, and the one that waits becomes a new scenario.
func (k *Keeper) storeWaiting(ctx context.Context) (stored []Stored) {
	k.mu.Lock()
	waiting, busy := append([]Saved(nil), k.waiting...), k.held || k.storing
	k.storing = k.storing || !busy
	k.mu.Unlock()
	if busy {
		return nil
	}
	for _, s := range waiting {
		to, err := k.put(ctx, s)
		if errors.Is(err, ErrChanged) {
			next := s
			next.ID, next.Created, next.Version = "", time.Time{}, Version{}
			to, err = k.put(ctx, next)
		}
		if err != nil {
			break
		}
		stored = append(stored, Stored{s.ID, to.Entry})
		k.mu.Lock()
		k.waiting = without(k.waiting, s.ID)
		k.moved[s.ID] = replace{s, to}
		k.mu.Unlock()
	}
	k.mu.Lock()
	k.storing = false
	k.mu.Unlock()
	return stored
}

// Delete implements Store.
func (k *Keeper) Delete(ctx context.Context, id string) (Deleted, error) {
	k.mu.Lock()
	var waited Saved
	for _, s := range k.waiting {
		if s.ID == id {
			waited = s
		}
	}
	k.waiting, k.used = without(k.waiting, id), without(k.used, id)
	k.mu.Unlock()
	gone, err := k.inner.Delete(ctx, id)
	if waited.ID != "" {
		return Deleted{Saved: waited}, nil // the other Store may have nothing, or nothing to say
	}
	return gone, err
}

// HoldDeleted is called when everything in the other Store was deleted under the page. What the
// Keeper remembers of it waits from now on, but is not stored before Release: somebody may have
// deleted it on purpose. It returns how many scenarios these are.
func (k *Keeper) HoldDeleted() int {
	k.mu.Lock()
	defer k.mu.Unlock()
	for _, s := range k.used {
		s.Version = Version{}
		k.waiting = append(without(k.waiting, s.ID), s)
	}
	k.held, k.used = len(k.waiting) > 0, nil
	return len(k.waiting)
}

// Release lets the next List store what HoldDeleted has kept.
func (k *Keeper) Release() {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.held = false
}

// remember notes what is stored.
func (k *Keeper) remember(s Saved) {
	k.mu.Lock()
	defer k.mu.Unlock()
	k.used = append(without(k.used, s.ID), s)
	if len(k.used) > mostUsed {
		k.used = k.used[1:]
	}
}

// without is a copy of list without the scenario of that ID.
func without(list []Saved, id string) []Saved {
	var left []Saved
	for _, s := range list {
		if s.ID != id {
			left = append(left, s)
		}
	}
	return left
}
