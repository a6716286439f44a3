package engine

import "testing"

// run is n bytes of record 1 from byte from on, which lies at that place.
func run(from, n int) segment {
	return segment{Record{ID: 1}, from, from + n, int64(from)}
}

// TestQueueJoinsWhatContinues: what comes byte by byte is one piece, and so costs no
// more than what comes at once.
func TestQueueJoinsWhatContinues(t *testing.T) {
	var q queue
	for i := range 100 {
		q = q.push(run(i, 1))
	}
	if all := q.all(); len(all) != 1 || all[0] != run(0, 100) {
		t.Errorf("the queue holds %+v", all)
	}
	other := run(100, 1)
	other.record.ID = 2
	if all := q.push(other).all(); len(all) != 2 {
		t.Errorf("another record is joined: %+v", all)
	}
}

// TestReaderJoinsWhatContinues, too.
func TestReaderJoinsWhatContinues(t *testing.T) {
	w, err := New(Config{})
	if err != nil {
		t.Fatal(err)
	}
	lines := []string{"c2s hold", "client SSL_write 10"}
	for range 20 {
		lines = append(lines, "c2s deliver 1", "server SSL_read 10")
	}
	for _, line := range lines {
		op, err := ParseOp(line)
		if err != nil {
			t.Fatal(err)
		}
		if w, _, err = w.Apply(op); err != nil {
			t.Fatal(err)
		}
	}
	if parts := w.endpoints[Server].in.partial; len(parts) != 1 || parts[0].from != 0 || parts[0].to != 20 {
		t.Errorf("the reader holds %+v", parts)
	}
}

// TestQueueEnds: the oldest and the newest of an empty queue, of one that was turned
// and of one that was not.
func TestQueueEnds(t *testing.T) {
	var q queue
	if _, ok := q.newest(); ok {
		t.Error("an empty queue has a newest piece")
	}
	if _, _, ok := q.peek(); ok {
		t.Error("an empty queue has an oldest piece")
	}
	q = q.push(run(0, 5)).push(run(7, 5))
	if p, ok := q.newest(); !ok || p != run(7, 5) {
		t.Errorf("newest %+v, %v", p, ok)
	}
	p, turned, ok := q.peek()
	if !ok || p != run(0, 5) {
		t.Errorf("oldest %+v, %v", p, ok)
	}
	if p, ok := turned.newest(); !ok || p != run(7, 5) {
		t.Errorf("newest of the turned queue %+v, %v", p, ok)
	}
	left := turned.drop()
	if all := left.all(); len(all) != 1 || all[0] != run(7, 5) {
		t.Errorf("left over %+v", all)
	}
	if p, ok := left.newest(); !ok || p != run(7, 5) {
		t.Errorf("newest of what is left over %+v, %v", p, ok)
	}
}
