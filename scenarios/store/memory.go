package store

import (
	"context"
	"sync"
	"time"
)

// memory is a Store that is lost with the page.
type memory struct {
	now   func() time.Time
	mu    sync.Mutex
	saved map[string]Saved // by ID
}

// NewMemory returns an empty Store that is lost with the page: for tests, and for
// browsers that keep no data. It takes the time from now.
func NewMemory(now func() time.Time) Store {
	return &memory{now: now, saved: make(map[string]Saved)}
}

func (m *memory) List(ctx context.Context) (Listing, error) {
	if err := ctx.Err(); err != nil {
		return Listing{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	var l Listing
	for _, s := range m.saved {
		l.Entries = append(l.Entries, s.Entry)
	}
	sortNewestFirst(l.Entries)
	return l, nil
}

func (m *memory) Get(ctx context.Context, id string) (Saved, error) {
	if err := ctx.Err(); err != nil {
		return Saved{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	s, ok := m.saved[id]
	if !ok {
		return Saved{}, ErrNotFound
	}
	return s, nil
}

func (m *memory) Put(ctx context.Context, s Saved) (Saved, error) {
	if err := ctx.Err(); err != nil {
		return Saved{}, err
	}
	next, err := prepared(s, m.now())
	if err != nil {
		return Saved{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	if old, ok := m.saved[next.ID]; ok && old.Version != s.Version {
		if old.isSame(next) {
			return old, nil
		}
		return Saved{}, ErrChanged
	}
	m.saved[next.ID] = next
	return next, nil
}

func (m *memory) Delete(ctx context.Context, id string) (Deleted, error) {
	if err := ctx.Err(); err != nil {
		return Deleted{}, err
	}
	m.mu.Lock()
	defer m.mu.Unlock()
	gone := m.saved[id]
	delete(m.saved, id)
	return Deleted{Saved: gone}, nil
}
