package model

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/scenarios"
	"closenotify/scenarios/library"
)

// TestClosingCards goes to the end of every shipped scenario under every release and version,
// where the card says what was seen, and makes the mistake that it invites to make.
func TestClosingCards(t *testing.T) {
	for _, s := range library.All() {
		closing := s.Closing
		for _, p := range engine.Profiles() {
			for _, v := range engine.Versions {
				m := press(t, under(t, s.Name, p.Name, v), "last")
				card := SceneOf(m).Closing
				if !card.Completed || card.Text != closing.Seen || card.Try == "" {
					t.Errorf("%s with %s and %s ends with %+v", s.Name, p.Name, v, card)
				}
				checkSeen(t, &m, card.Text)
				if closing.Try.Step == "" {
					checkOtherRelease(t, m, closing.Try.After)
					continue
				}
				tried := press(t, m, "make-mistake")
				card = SceneOf(tried).Closing
				if card.Completed || card.Text != closing.Try.Outcome || card.Try != "" || tried.At != closing.Try.After+1 || tried.Playing {
					t.Errorf("%s with %s and %s, tried: %+v at step %d", s.Name, p.Name, v, card, tried.At)
				}
				first, _, _ := strings.Cut(card.Text, ". ") // the rest may be about what follows
				for claim, holds := range claimsOf(&tried, tried.At, first+".") {
					if !holds {
						t.Errorf("%s with %s and %s, %s: %q is false in %q", s.Name, p.Name, v, explain.Line(tried.Step(tried.At)), claim, card.Text)
					}
				}
			}
		}
	}
}

// checkSeen looks up in all steps what a closing sentence says was seen.
func checkSeen(t *testing.T, m *Model, text string) {
	t.Helper()
	for _, name := range errorName.FindAllString(text, -1) {
		if release.MatchString(text) {
			break // it has other errors in other releases
		}
		if !anyStep(m, func(i int) bool { return m.Step(i).Error.Short() == name }) {
			t.Errorf("%s: no step has %s: %q", m.Title(), name, text)
		}
	}
	for _, n := range number.FindAllString(noCount.ReplaceAllString(text, ""), -1) {
		if !anyStep(m, func(i int) bool { return m.Step(i).Returned && slices.Contains(numbersUpTo(m, i), n) }) {
			t.Errorf("%s: no step has %s: %q", m.Title(), n, text)
		}
	}
}

// anyStep reports whether something holds for a step of the branch.
func anyStep(m *Model, holds func(i int) bool) bool {
	for i := 1; i <= m.Len(); i++ {
		if holds(i) {
			return true
		}
	}
	return false
}

// checkOtherRelease plays the scenario under the release that the card offers: the step at the
// cursor then has another error.
func checkOtherRelease(t *testing.T, m Model, after int) {
	t.Helper()
	tried := press(t, m, "make-mistake")
	if try := SceneOf(m).Closing.Try; !strings.HasSuffix(try, profileLabel(tried.Config.Profile)) {
		t.Errorf("%s under %s offers %q, and plays %s", m.Title(), m.Config.Profile, try, tried.Config.Profile)
	}
	seen := SceneOf(tried).Closing
	if from, to := profileLabel(m.Config.Profile), profileLabel(tried.Config.Profile); !strings.Contains(seen.Text, "With "+from+", ") || !strings.Contains(seen.Text, "With "+to+" it returns "+explain.Outcome(tried.Step(after))+".") {
		t.Errorf("%s under %s, then under %s, says %q", m.Title(), from, to, seen.Text)
	}
	chosen := press(t, under(t, m.Preset, tried.Config.Profile, tried.Config.Version), "last", "seek "+strconv.Itoa(after))
	if card := SceneOf(chosen).Closing; card != (ClosingCard{}) {
		t.Errorf("%s, with a release that was chosen in the menu: %+v", m.Title(), card)
	}
	if back := press(t, tried, "back"); SceneOf(back).Closing.Text != "" {
		t.Errorf("%s: a step before, the card says %q", m.Title(), SceneOf(back).Closing.Text)
	}
	if tried.At != after || m.Step(after).Error == tried.Step(after).Error {
		t.Errorf("%s, from %s to %s: %s becomes %s", m.Title(), m.Config.Profile, tried.Config.Profile, explain.Line(m.Step(after)), explain.Line(tried.Step(after)))
	}
}

// TestClosingCardOfALink: a link to a shipped scenario under another release or version ends
// with its card.
func TestClosingCardOfALink(t *testing.T) {
	for _, s := range library.All() {
		closing := s.Closing
		for _, p := range engine.Profiles() {
			m := under(t, s.Name, p.Name, engine.TLS12)
			path, fragment, err := m.Address()
			if err != nil {
				t.Fatal(err)
			}
			opened, _ := Update(newModel(), Visit{Preset: strings.TrimPrefix(path, "/s/"), Fragment: fragment})
			opened = press(t, opened, "last")
			if card := SceneOf(opened).Closing; card.Text != closing.Seen || opened.Config != m.Config {
				t.Errorf("%s with %s, as a link, ends with %+v", s.Name, p.Name, card)
			}
		}
	}
}

// TestNoClosingCard: before the end, in another scenario, and after other steps there is none.
func TestNoClosingCard(t *testing.T) {
	m := press(t, newModel(), "last")
	for name, other := range map[string]Model{
		"before the last step": press(t, m, "back"),
		"after one more call":  press(t, m, "act client SSL_free"),
		"after another branch": press(t, m, "first", "act client SSL_write 6", "last"),
		"another start":        press(t, withStart(m, "tickets"), "last"),
		"an empty stage":       emptyModel(t),
	} {
		if card := SceneOf(other).Closing; card != (ClosingCard{}) {
			t.Errorf("%s: %+v", name, card)
		}
		if after, _ := Update(other, MakeMistake{}); after.At != other.At {
			t.Errorf("%s: the mistake is made", name)
		}
	}
	last := library.All()[len(library.All())-1]
	m, _ = Update(newModel(), OpenPreset{last.Name})
	if card := SceneOf(press(t, m, "last")).Closing; card.Next != "" || card.Text == "" {
		t.Errorf("the last scenario ends with %+v", card)
	}
}

// withStart is m with another start of the connection.
func withStart(m Model, start string) Model {
	c := m.Config
	c.Start = start
	m, _ = Update(m, SetConfig{c})
	return m
}

// TestCodeOfAScenario: the card at the end leads to the wrong and the right code, whose own ends
// lead to each other, and a link to one opens it again.
func TestCodeOfAScenario(t *testing.T) {
	seen := 0
	for _, s := range library.All() {
		card := SceneOf(press(t, newModel(), "open-preset "+s.Name, "last")).Closing
		if s.Wrong == nil {
			if card.Wrong != "" || card.Right != "" {
				t.Errorf("%s has no code, and leads to %q and %q", s.Name, card.Wrong, card.Right)
			}
			continue
		}
		seen++
		wrong, right := s.Name+scenarios.WrongCode, s.Name+scenarios.RightCode
		if card.Wrong != wrong || card.Right != right || card.Fix != s.Fix {
			t.Errorf("%s ends with %+v", s.Name, card)
		}
		if s.Name == "the-loop-that-spins" {
			continue // a thousand steps each
		}
		for _, name := range []string{wrong, right} {
			m := updateCompiled(t, newModel(), OpenPreset{name})
			if m.Preset != name || m.Opening || m.Len() == 0 {
				t.Fatalf("%s: preset %q, %d steps", name, m.Preset, m.Len())
			}
			checkCode(t, m, s)
			path, fragment, err := m.Address()
			if err != nil || path != "/s/"+s.Name {
				t.Errorf("%s has the address %s, %v", name, path, err)
			}
			checkCode(t, updateCompiled(t, New(library.Shipped().Part(s.Name)), Visit{s.Name, fragment}), s)
		}
	}
	if seen < 26 {
		t.Errorf("only %d lessons have code", seen)
	}
}

// checkCode goes to the end of the code on the stage.
func checkCode(t *testing.T, m Model, s library.Lesson) {
	t.Helper()
	name := m.Preset
	m = press(t, m, "last")
	card := SceneOf(m).Closing
	other := card.Wrong + card.Right
	if scenarios.LessonOf(other) != s.Name || other == name || !strings.HasSuffix(card.Text, s.Fix) || card.Try != "" || card.Lesson != s.Name {
		t.Errorf("%s, %s, ends with %+v", name, m.Title(), card)
	}
	if choice := m.scenarioChoices()[0].Choices[0]; choice.Text != m.Title() || !choice.On {
		t.Errorf("%s: the menu begins with %+v", name, choice)
	}
	if card := SceneOf(press(t, m, "back")).Closing; card != (ClosingCard{}) {
		t.Errorf("%s, a step before its end: %+v", name, card)
	}
}
