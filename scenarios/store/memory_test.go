package store

import (
	"testing"
	"time"
)

func TestMemoryStore(t *testing.T) {
	checkStore(t, func(_ *testing.T, now func() time.Time) Store { return NewMemory(now) })
}
