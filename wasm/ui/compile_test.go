package ui

import (
	"errors"
	"reflect"
	"testing"

	"closenotify/engine/compile"
	"closenotify/engine/script"
	"closenotify/wasm/ui/model"
)

// A fakeLab compiles here. What it is asked it notes.
type fakeLab struct {
	codes   []byte
	asked   []string
	answer  []byte // in place of what it would compile
	problem error
}

func (l *fakeLab) shipped() ([]byte, error) {
	l.asked = append(l.asked, "shipped")
	return l.codes, l.problem
}

func (l *fakeLab) compile(u script.TranslationUnit, advance func(loaded, total int)) ([]byte, error) {
	l.asked = append(l.asked, u.Text)
	advance(1, 2)
	if l.answer != nil || l.problem != nil {
		return l.answer, l.problem
	}
	return compile.Unit(u).Encode(), nil
}

func unit(text string) script.TranslationUnit {
	return script.TranslationUnit{Text: text, Release: 0x30500000}
}

const (
	shippedC = "int main(SSL *ssl) { return SSL_shutdown(ssl); }\n"
	ownC     = "int main(SSL *ssl) { return 7; }\n"
	wrongC   = "int main(SSL *ssl) { return q; }\n"
)

// TestCompile: a shipped program is not compiled again, and others are, errors included.
func TestCompile(t *testing.T) {
	l := &fakeLab{codes: script.Codes{}.With(unit(shippedC), compile.Unit(unit(shippedC))).Encode()}
	var c compiling
	var progress []model.CompileProgress
	for range 2 {
		units := []script.TranslationUnit{unit(ownC), unit(shippedC), unit(wrongC)}
		msg := c.run(l, model.Compile{Units: units}, func(p model.CompileProgress) { progress = append(progress, p) })
		want := model.Compiled{Units: units}
		for _, u := range units {
			want.Made = append(want.Made, compile.Unit(u))
		}
		if !reflect.DeepEqual(msg, want) {
			t.Errorf("the answer is %+v, want %+v", msg, want)
		}
	}
	if want := []string{"shipped", ownC, wrongC, ownC, wrongC}; !reflect.DeepEqual(l.asked, want) {
		t.Errorf("asked for %q, want %q", l.asked, want)
	}
	if len(progress) != 4 || progress[0] != (model.CompileProgress{Loaded: 1, Total: 2}) {
		t.Errorf("reported %v", progress)
	}
}

// TestCompileFails says why, and asks again the next time.
func TestCompileFails(t *testing.T) {
	var c compiling
	one := model.Compile{Units: []script.TranslationUnit{unit(ownC)}}
	for _, test := range []struct {
		lab fakeLab
		why string
	}{
		{fakeLab{problem: errors.New("no network")}, "no network"},
		{fakeLab{answer: []byte("nonsense")}, "these bytes are no compiled program"},
		{fakeLab{codes: []byte("nonsense"), answer: []byte("c")}, "these bytes are no compiled program"},
	} {
		msg := c.run(&test.lab, one, func(model.CompileProgress) {})
		if failed, ok := msg.(model.CompileFailed); !ok || failed.Why != test.why || !reflect.DeepEqual(failed.Units, one.Units) {
			t.Errorf("the answer is %+v, want a failure because of %q", msg, test.why)
		}
	}
	if _, ok := c.run(&fakeLab{}, one, func(model.CompileProgress) {}).(model.Compiled); !ok {
		t.Error("after failures it does not compile")
	}
}

// TestCompileInOrder: what waits is carried out in the order in which it came, without what is
// not needed any more.
func TestCompileInOrder(t *testing.T) {
	job := func(text string) model.Compile { return model.Compile{Units: []script.TranslationUnit{unit(text)}} }
	c := compiling{queue: []model.Compile{job("a"), job("b"), job("c"), job("d")}}
	needed := func(one model.Compile) bool { return one.Units[0].Text != "a" && one.Units[0].Text != "c" }
	for _, want := range []string{"b", "d"} {
		if !c.next(needed) || !c.busy || c.now.Units[0].Text != want {
			t.Errorf("the next one is %v, want %s", c.now, want)
		}
	}
	if c.next(needed) || c.busy {
		t.Error("there is one more")
	}
}
