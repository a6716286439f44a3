package engine

import (
	"reflect"
	"testing"
)

// fuzzSizes are the numbers of bytes that FuzzApply tries: around the sizes of headers,
// alerts, records and buffers.
var fuzzSizes = []int{0, 1, 4, 5, 6, 10, 20, 24, 31, 40, 100, 1000, 4096, 5000, 16384, 16385, 40000, MaxBytes}

// fuzzConfig and fuzzOps read what to do from the fuzzer's bytes.
func fuzzConfig(b byte) Config {
	n := int(b)
	pick := func(count int) int {
		i := n % count
		n /= count
		return i
	}
	transports := []string{"socket", "bio-pair 40", "memory", "buffered"}
	return Config{
		Transport: transports[pick(len(transports))], Start: starts[pick(len(starts))].word,
		Version: Versions[pick(len(Versions))], Profile: profiles[pick(len(profiles))].Name,
	}
}

func fuzzOps(data []byte) []Op {
	var ops []Op
	for ; len(data) >= 2; data = data[2:] {
		v := Verbs()[int(data[0]>>1)%len(Verbs())]
		op := Op{Verb: v}
		if v.IsCall() {
			op.Role = Role(data[0] & 1)
		} else {
			op.Dir = Direction(data[0] & 1)
		}
		switch arg := verbs[v].arg; {
		case arg.kind == argWord:
			op.N = int(data[1]) % len(arg.words)
		case arg.all && data[1]&1 == 0:
			op.N = All
		case arg.kind == argNumber:
			op.N = fuzzSizes[int(data[1]>>1)%len(fuzzSizes)]
		}
		ops = append(ops, op)
	}
	return ops
}

// FuzzApply makes any calls in any order. Apply must not change the World that it is
// asked of, a step must list a rule and not too many, and no byte may appear or
// disappear without a move that tells of it.
func FuzzApply(f *testing.F) {
	f.Add([]byte{0, 0, 0, 1, 0, 0, 0, 1, 0})
	for _, v := range Verbs() {
		b := byte(v-1) << 1
		f.Add([]byte{byte(v), b, 0, b | 1, 6, 6, 10, 3, 200, 7, 9, b, 1, 0, 0, 1, 0, 3, 90, 2, 80, b | 1, 3, 0, 0})
	}
	f.Fuzz(func(t *testing.T, data []byte) {
		if len(data) == 0 || len(data) > 200 {
			return
		}
		w, err := New(fuzzConfig(data[0]))
		if err != nil {
			t.Fatal(err)
		}
		ops := fuzzOps(data[1:])
		var tally bytesTally
		tally.begin(&w)
		for i, op := range ops {
			next, step, err := w.Apply(op)
			if err != nil {
				t.Fatal(err)
			}
			w.Apply(ops[len(ops)-1-i]) // something else in between must not matter
			again, sameStep, _ := w.Apply(op)
			if !reflect.DeepEqual(next, again) || !reflect.DeepEqual(step, sameStep) {
				t.Fatalf("step %d, %s: a second Apply gives something else", i+1, op)
			}
			if step.fired.n == 0 {
				t.Fatalf("step %d, %s: no rule", i+1, op)
			}
			tally.add(t, &next, step)
			w = next
		}
	})
}

// bytesTally counts what happened to the bytes of each direction.
type bytesTally struct{ written, gone [2]int }

// begin takes what is on the wires at the start for written.
func (y *bytesTally) begin(w *World) {
	for d := range w.wires {
		y.written[d] = onWire(&w.wires[d])
	}
}

// add takes in a step and checks that written = read + lost + queued.
func (y *bytesTally) add(t *testing.T, w *World, step Step) {
	for _, m := range step.ByteMoves() {
		switch n := m.To - m.From; m.Kind {
		case Queued, Injected:
			y.written[m.Dir] += n
		case Consumed, Lost:
			y.gone[m.Dir] += n
		}
	}
	for d := range w.wires {
		if left := onWire(&w.wires[d]); y.written[d] != y.gone[d]+left {
			t.Fatalf("step %d, %s: %s has %d bytes written, %d read or lost and %d on the way",
				step.N, step.Op, Direction(d), y.written[d], y.gone[d], left)
		}
	}
}

// onWire is how many bytes lie in a direction, those in the reader's BIO included.
func onWire(w *Wire) int { return int(w.end - w.start) }
