package predict_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/scenarios/predict"
)

// TestPicks: each lesson has one to four questions, in the order of their steps.
func TestPicks(t *testing.T) {
	for name, s := range lessons(t) {
		if !strings.HasSuffix(name, " script") {
			continue
		}
		for _, p := range engine.Profiles() {
			h, path := run(t, under(s, p.Name, engine.TLS13))
			picks := predict.Picks(h, path)
			if len(picks) < 1 || len(picks) > 4 {
				t.Errorf("%s under %s has %d questions", name, p.Name, len(picks))
			}
			confused := 0
			for i, q := range picks {
				if i > 0 && (q.Step < picks[i-1].Step || q.Step == picks[i-1].Step && q.Aspect != predict.Error) {
					t.Errorf("%s: step %d after step %d", name, q.Step, picks[i-1].Step)
				}
				if slices.ContainsFunc(q.Choices, func(c predict.Choice) bool { return c.Confusions != nil }) {
					confused++
				}
			}
			if confused == 0 {
				t.Errorf("%s under %s: no confusion is asked for", name, p.Name)
			}
		}
	}
}

// TestWhatTeachesNothing: steps that do what everybody expects are not asked about.
func TestWhatTeachesNothing(t *testing.T) {
	h, path := play(t, "client SSL_write 10\nserver SSL_read 100\nc2s hold\nclient BIO_set_nbio 0\nclient SSL_set_options IGNORE_UNEXPECTED_EOF\nclient SSL_free\nclient SSL_free")
	for _, i := range []int{1, 2, 3, 4, 7} {
		if got := predict.Questions(h, path, i); len(got) > 0 {
			t.Errorf("step %d: %q", i, got[0].Text)
		}
	}
	if got := predict.Questions(h, path, 6); len(got) == 0 {
		t.Error("SSL_free is not asked about")
	}
}

// TestKeys: a key stays when steps are added, under another release, and when a script is parsed
// again; it is another one for other steps before, and for another question. People have stored these
// keys: they never change.
func TestKeys(t *testing.T) {
	const text = "client SSL_shutdown\nclient SSL_shutdown"
	key := func(text string, i int, a predict.Aspect) string {
		h, path := play(t, text)
		return find(t, h, path, i, a).Key
	}
	const want = "3lq2j5n4vt4wx"
	first := key(text, 2, predict.Returns)
	if first != want {
		t.Errorf("the key is %q, want %q", first, want)
	}
	for _, same := range []string{text + "\nserver SSL_read 5", "profile openssl-1.1.1\nversion tls1.2\n" + text} {
		if got := key(same, 2, predict.Returns); got != first {
			t.Errorf("%q has the key %s, not %s", same, got, first)
		}
	}
	for _, other := range []string{"transport memory\n" + text, "client SSL_write 5\n" + strings.TrimPrefix(text, "client SSL_shutdown\n")} {
		h, path := play(t, other)
		for _, q := range predict.Questions(h, path, 2) {
			if q.Key == first {
				t.Errorf("%q has the same key", other)
			}
		}
	}
	const program = "program client\nint main(SSL *ssl)\n{\n    SSL_shutdown(ssl);\n    return SSL_shutdown(ssl);\n}\nend program\nclient next\nclient next"
	if own := key(program, 2, predict.Returns); own == key(strings.Replace(program, "SSL_shutdown(ssl);", `SSL_write(ssl, "x", 1);`, 1), 2, predict.Returns) || own == first {
		t.Error("another program has the same key")
	}
	if key(text, 2, predict.Wire) == first || key(text, 1, predict.Returns) == first {
		t.Error("another question has the same key")
	}
}

// TestQuestionsAreTheSameEachTime: nothing depends on the order of a map.
func TestQuestionsAreTheSameEachTime(t *testing.T) {
	for _, s := range lessons(t) {
		h, path := run(t, s)
		for _, q := range predict.Picks(h, path) {
			again := find(t, h, path, q.Step, q.Aspect)
			if !slices.Equal(texts(q), texts(again)) || q.Right != again.Right || q.Key != again.Key {
				t.Errorf("step %d: %q and then %q", q.Step, texts(q), texts(again))
			}
		}
	}
}

// TestLongScenario: a scenario of 2,000 steps is asked about at its end.
func TestLongScenario(t *testing.T) {
	var b strings.Builder
	for i := range 1000 {
		b.WriteString("client SSL_write " + strconv.Itoa(i%7+1) + "\nserver SSL_read 100\n")
	}
	h, path := play(t, b.String()+"client SSL_shutdown")
	if got := predict.Questions(h, path, 2001); len(got) < 5 {
		t.Errorf("%d questions", len(got))
	}
	if got := predict.Picks(h, path); len(got) == 0 || got[len(got)-1].Step != 2001 {
		t.Errorf("%d questions are picked", len(got))
	}
}
