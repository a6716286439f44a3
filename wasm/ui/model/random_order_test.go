package model

import (
	"flag"
	"fmt"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

var (
	orderSeed = flag.Uint64("orderseed", 0, "the first sequence of TestRandomOrder")
	orders    = flag.Int("orders", 80, "how many sequences TestRandomOrder tries")
)

// event is a press, or an answer. What it is depends on the page, so that any event makes sense after
// any other, and a sequence that fails can be made shorter.
type event struct {
	press   bool
	a, b, c int
}

// randomEvents is a sequence.
func randomEvents(r *rand.Rand) (list []event) {
	for range 4 + r.IntN(30) {
		list = append(list, event{r.IntN(100) < 45, r.IntN(1 << 16), r.IntN(1 << 16), r.IntN(1 << 16)})
	}
	return list
}

// do has an event happen.
func (b *browser) do(e event) {
	switch {
	case b.wrong != "":
	case e.press:
		p := presses[e.a%len(presses)]
		msg := p.msg(b, e.b)
		b.log = append(b.log, fmt.Sprintf("pressed: %s %s", p.name, shortMsg(msg)))
		if msg != nil {
			b.update(msg)
		}
	case len(b.under) > 0:
		b.deliver(e.a%len(b.under), e.b%6 == 0, e.c%8 == 0)
	}
}

// shortMsg is a message for people.
func shortMsg(msg Msg) string {
	text := fmt.Sprintf("%T%+v", msg, msg)
	return text[:min(len(text), 100)]
}

// play is a page after a sequence, when all answers have come.
func play(t *testing.T, events []event, check func(t *testing.T, b *browser, events []event)) (b *browser) {
	t.Helper()
	b = newBrowser()
	defer func() {
		if r := recover(); r != nil {
			b.say("panic: %v", r)
		}
	}()
	check(t, b, events)
	return b
}

// shorter is the shortest part of a sequence that it finds for which the page does something wrong.
func shorter(t *testing.T, events []event, check func(t *testing.T, b *browser, events []event)) []event {
	t.Helper()
	for size := len(events); size > 0; {
		cut := false
		for at := 0; at+size <= len(events); {
			if part := slices.Delete(slices.Clone(events), at, at+size); play(t, part, check).wrong != "" {
				events, cut = part, true
			} else {
				at++
			}
		}
		if !cut || size > len(events) {
			size = min(size-1, len(events))
		}
	}
	return events
}

// tryOrders tries sequences, and prints the first that fails.
func tryOrders(t *testing.T, check func(t *testing.T, b *browser, events []event)) {
	t.Helper()
	for seed := *orderSeed; seed < *orderSeed+uint64(*orders); seed++ {
		events := randomEvents(rand.New(rand.NewPCG(seed, 1)))
		if play(t, events, check).wrong == "" {
			continue
		}
		b := play(t, shorter(t, events, check), check)
		t.Fatalf("go test -run %s -orderseed %d -orders 1: %s\n%s", t.Name(), seed, b.wrong, strings.Join(b.log, "\n"))
	}
}

// TestRandomOrder has people press, and effects answered, in random order. Nothing is lost, and when all
// answers have come, the page waits for nothing.
func TestRandomOrder(t *testing.T) {
	tryOrders(t, func(t *testing.T, b *browser, events []event) {
		for _, e := range events {
			b.do(e)
		}
		b.log = append(b.log, "then all is answered")
		b.settle(len(events))
		b.checkCalm(t)
	})
}

// TestLastPress has what somebody presses last carried out, whatever is under way.
func TestLastPress(t *testing.T) {
	tryOrders(t, func(t *testing.T, b *browser, events []event) {
		if len(events) == 0 {
			return
		}
		last := events[len(events)-1]
		for _, e := range events[:len(events)-1] {
			b.do(e)
		}
		b.steady = true
		msg, done := b.lastPress(last.a, last.b)
		if msg == nil || b.wrong != "" {
			return
		}
		told := len(b.told)
		b.log = append(b.log, "pressed last: "+shortMsg(msg))
		b.update(msg)
		b.settle(last.c)
		refused := slices.ContainsFunc(b.told[told:], func(text string) bool {
			return strings.Contains(text, "Try again") || strings.HasSuffix(text, "(error: true)")
		})
		if !refused && !done() {
			b.say("%T has no effect: %q, %s, %q", msg, b.m.Title(), b.m.Config.Profile, b.told[told:])
		}
	})
}

// lastPress is a press, and whether it was carried out.
func (b *browser) lastPress(what, n int) (msg Msg, done func() bool) {
	m := &b.m
	switch what % 9 {
	case 0:
		name := openable[n%len(openable)]
		return OpenPreset{name}, func() bool { return m.Preset == name && !m.Dirty }
	case 1:
		if msg = b.ofItem(n, func(id string) Msg { return OpenSaved{id} }); msg != nil {
			return msg, func() bool { return m.SavedID == msg.(OpenSaved).ID }
		}
	case 2:
		if msg = b.otherConfig(n); msg.(SetConfig).Config == m.Config {
			return nil, nil // no menu offers that
		}
		return msg, func() bool { return m.Config == msg.(SetConfig).Config }
	case 3:
		title, told := m.Title(), len(b.told)
		return Save{}, func() bool {
			return slices.ContainsFunc(b.told[told:], func(text string) bool { return strings.Contains(text, title) && strings.Contains(text, "aved") })
		}
	case 4:
		b.update(PasteProgram{})
		b.update(EditProgram{spinning})
		role := m.Code.Role
		return RunProgram{Step: true}, func() bool {
			text := strings.TrimSpace(m.Programs[role].Text)
			return text == strings.TrimSpace(spinning) && m.Dialog == ""
		}
	case 5:
		text := importable[n%2]
		return Import{Text: text}, func() bool { return m.Title() == strings.TrimPrefix(strings.SplitN(text, "\n", 2)[0], "# ") }
	case 6:
		msg = b.act(n)
		moves := m.At < m.Len() && m.Step(m.At+1).Op == msg.(Act).Op // which is no change
		if !moves && !m.Ask.On {
			return msg, func() bool { return m.At > 0 && m.Step(m.At).Op == msg.(Act).Op }
		}
	case 7:
		address := linkAddresses()[n%2]
		return CompareLink{address}, func() bool { return m.Other.Title != "" }
	case 8:
		before := len(b.saved)
		return ExportAs{Format: "svg"}, func() bool { return len(b.saved) == before+1 }
	}
	return nil, nil
}

// TestOrderOfAnswers has somebody press when all is answered. Then it does not matter in which order
// that happened.
func TestOrderOfAnswers(t *testing.T) {
	tryOrders(t, func(t *testing.T, b *browser, events []event) {
		first := newBrowser()
		for _, one := range []*browser{b, first} {
			one.steady, one.patient = true, true
			one.settle(0)
			for _, e := range events {
				e.press = true
				one.do(e)
				if seed := 0; one == b {
					seed = e.c
					one.settle(seed)
				} else {
					one.settle(0)
				}
			}
		}
		if got, want := b.look(), first.look(); got != want {
			b.say("answered in another order, the page is\n%s\nnot\n%s", got, want)
		}
	})
}

// look is what a person sees, apart from notices.
func (b *browser) look() string {
	m := &b.m
	titles := []string{}
	for _, e := range m.Saved.Items {
		titles = append(titles, e.Title)
	}
	slices.Sort(titles)
	return fmt.Sprintf("%q at %d, dirty %v, saved %v, %s, %q, dialog %q, pane %s, typed %q, other %q, question %q, %d shelved, %q",
		m.Title(), m.At, m.Dirty, m.SavedID != "", opsText(&m.Draft), m.Preset, m.Dialog, m.Pane, m.Editor.Typed, m.Other.Title, m.Ask.Question.Key, len(m.Shelved), titles)
}
