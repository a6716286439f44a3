package store

import (
	"fmt"
	"math/rand/v2"
	"strings"
	"syscall/js"
	"testing"
)

// exportedText is the file that Export makes of a Store.
func exportedText(t *testing.T, s *IndexedDB) string {
	t.Helper()
	made, err := s.exported(t.Context(), nil)
	if err != nil {
		t.Fatal(err)
	}
	text, err := await(t.Context(), made.Get("file").Call("text"))
	if err != nil {
		t.Fatal(err)
	}
	return text.String()
}

// blob is a file with this text.
func blob(text string) js.Value {
	return js.Global().Get("Blob").New(js.Global().Get("Array").Call("of", text))
}

// collection is a Store with a few scenarios, and the file that has them all.
func collection(t *testing.T, n int) string {
	s := mustOpen(t, newDatabase(t)+" from", databaseVersions, ticks())
	t.Cleanup(func() { deleteDatabase(t, "test "+t.Name()+" from") })
	for i := range n {
		mustPut(t, s, collected(i))
	}
	return exportedText(t, s)
}

// collected is one of a collection.
func collected(i int) Saved {
	return full(fmt.Sprint("Number ", i), strings.Repeat("# \"\\\u202e\u2028\n", i)+"client SSL_shutdown\n", i)
}

func TestCollectionRoundTrip(t *testing.T) {
	text := collection(t, 250)
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	done, err := s.Import(t.Context(), blob(text))
	if err != nil || done.Added != 250 || done.Same+done.Beside+len(done.Problems) != 0 {
		t.Fatalf("%+v, %v", done, err)
	}
	for i, saved := range mustList(t, s) {
		if want := collected(249 - i); saved.Title != want.Title || saved.Script != want.Script || saved.Step != want.Step || saved.Created != saved.Modified || saved.Revision == "" {
			t.Errorf("imported %+v, want %+v", saved, want)
		}
	}
	if done, err = s.Import(t.Context(), blob(text)); err != nil || done.Same != 250 || done.Added != 0 {
		t.Errorf("once more: %+v, %v", done, err)
	}
	other := strings.ReplaceAll(text, `"step":7`, `"step":8`)
	for i, want := range []Imported{{Same: 239, Beside: 11}, {Same: 250}} {
		if done, err = s.Import(t.Context(), blob(other)); err != nil || fmt.Sprint(done) != fmt.Sprint(want) {
			t.Errorf("another version, time %d: %+v, %v, want %+v", i+1, done, err, want)
		}
	}
	written := js.Global().Get("JSON").Call("stringify", js.Global().Get("JSON").Call("parse", text), nil, 2).String()
	if done, err = s.Import(t.Context(), blob("\ufeff"+written)); err != nil || done.Same != 250 {
		t.Errorf("written in another way: %+v, %v", done, err)
	}
}

func TestCollectionsThatAreRefused(t *testing.T) {
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	for text, says := range map[string]string{
		"":                      "not a file of saved scenarios",
		"client SSL_shutdown\n": "not a file of saved scenarios",
		`{"scenarios":[{}]}`:    "not a file of saved scenarios",
		"null":                  "not a file of saved scenarios",
		`{"format":"close_notify saved scenarios","version":2,"scenarios":[` + "\n]}": "newer version",
	} {
		if done, err := s.Import(t.Context(), blob(text)); !contains(err, says) || done.Added != 0 {
			t.Errorf("%.40q: %+v, %v, want an error that says %q", text, done, err, says)
		}
	}
	wantList(t, s)
}

// TestDamagedCollections changes, cuts and repeats bytes of a file at random. Whatever comes of it,
// an import ends, stores only what a Store accepts, and says what it could not read.
func TestDamagedCollections(t *testing.T) {
	text := collection(t, 12)
	seed := rand.Uint64()
	t.Logf("seed %d", seed)
	r := rand.New(rand.NewPCG(seed, 0))
	s := mustOpen(t, newDatabase(t), databaseVersions, ticks())
	for range 300 {
		damaged := []byte(text)
		for range 1 + r.IntN(4) {
			at := r.IntN(len(damaged))
			switch r.IntN(4) {
			case 0:
				damaged[at] = byte(r.IntN(256))
			case 1:
				damaged = damaged[:at+1]
			case 2:
				end := at + r.IntN(len(damaged)-at)
				damaged = append(damaged[:at:at], damaged[end:]...)
			case 3:
				damaged = append(damaged[:at:at], append([]byte(`{"a":[`), damaged[at:]...)...)
			}
			if len(damaged) == 0 {
				break
			}
		}
		done, err := s.Import(t.Context(), blob(string(damaged)))
		if err == nil && done.Added+done.Same+done.Beside < 12 && len(done.Problems) == 0 && strings.Count(string(damaged), `"schema"`) >= 12 {
			t.Errorf("%+v: what is missing is not named:\n%s", done, damaged)
		}
	}
	if l, err := s.List(t.Context()); err != nil || len(l.Damaged) != 0 {
		t.Errorf("%v, %v", l.Damaged, err)
	}
}
