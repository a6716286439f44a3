package ui

import (
	"fmt"
	"html"
	"regexp"
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine/compile"
	"closenotify/scenarios/challenges"
	"closenotify/scenarios/library"
	"closenotify/scenarios/predict/explained"
	"closenotify/scenarios/store"
	"closenotify/wasm/ui/model"
)

// drawnAction is an action that an element of the page names, with a value that its
// field can have.
type drawnAction struct{ text, value string }

var (
	actionAttribute = regexp.MustCompile(`data-(do|change|input)="([^"]*)"`)
	menuElement     = regexp.MustCompile(`(?s)<select[^>]*data-change="([^"]*)"[^>]*>(.*?)</select>`)
	menuValue       = regexp.MustCompile(`<option[^>]*value="([^"]*)"`)
)

// fieldValues are what a person could have left in the fields of the page.
var fieldValues = map[string]string{
	"set-size": "5", "set-caption": "A caption", "set-title": "A title", "edit-script": "client SSL_shutdown", "drag-slider": "1", "end-drag": "1",
}

// actionsIn finds the actions that a page names. Those of a menu come with each of its
// values.
func actionsIn(page string) []drawnAction {
	var list []drawnAction
	for _, menu := range menuElement.FindAllStringSubmatch(page, -1) {
		for _, option := range menuValue.FindAllStringSubmatch(menu[2], -1) {
			list = append(list, drawnAction{html.UnescapeString(menu[1]), html.UnescapeString(option[1])})
		}
	}
	for _, found := range actionAttribute.FindAllStringSubmatch(menuElement.ReplaceAllString(page, ""), -1) {
		text := html.UnescapeString(found[2])
		word, _, _ := strings.Cut(text, " ")
		list = append(list, drawnAction{text, fieldValues[word]})
	}
	return list
}

// actionScripts bring about what the page draws only now and then.
var actionScripts = map[string]string{
	"nothing":           "",
	"a script error":    "client SSL_raed",
	"no handshake yet":  "start before\n",
	"a blocked call":    "client BIO_set_nbio 0\nclient SSL_read 10\nserver SSL_write 10\n",
	"a long scenario":   strings.Repeat("client SSL_write 5\nserver SSL_read 5\n", 60),
	"the network":       "c2s hold\nclient SSL_write 100\nc2s deliver 9\nc2s corrupt\ns2c inject alert\nc2s fin\ns2c reset\n",
	"flags that return": "client SSL_shutdown\nserver SSL_read 100\nserver SSL_shutdown\nclient SSL_set_shutdown 0\nserver SSL_set_shutdown 0\n",
	"a freed peer":      "client SSL_free\n",
}

// actionModels are states of the page in which all its parts are drawn.
func actionModels() map[string]model.Model {
	update := updateAll
	models := map[string]model.Model{"the first scenario": model.New(library.Shipped())}
	for _, s := range library.All() {
		models[s.Name] = update(model.New(library.Shipped()), model.OpenPreset{Preset: s.Name}, model.Last{})
	}
	for name, text := range actionScripts {
		models[name] = update(model.New(library.Shipped()), model.EditScript{Text: text}, model.Last{})
	}
	models["the middle of a long scenario"] = update(models["a long scenario"], model.Seek{At: 60}, model.ToggleBreakpointHere{})
	models["a caption"] = update(model.New(library.Shipped()), model.Next{}, model.StartCaption{})
	models["a line of C"] = update(model.New(library.Shipped()), model.EditScript{Text: "client SSL_read(ssl, buf, 100);"})
	first := model.New(library.Shipped())
	models["a fork"] = update(first, model.Act{Op: first.Step(3).Op}, model.First{})
	models["playing"] = update(model.New(library.Shipped()), model.Play{})
	models["changed, then another"] = update(models["a fork"], model.OpenPreset{Preset: "half-close"})
	models["notices"] = update(models["a fork"], model.ShowNotice{Text: "text"}, model.SavedPut{Saved: store.Saved{Entry: store.Entry{ID: "a1"}}, Report: model.ReportSaved, Save: 1})
	stored := store.Listing{
		Entries: []store.Entry{{ID: "a1", Title: "Mine"}, {ID: "b2", Title: `"<`}},
		Waiting: []store.Entry{{ID: "w1", Title: "Not stored"}},
		Damaged: []store.Damaged{{ID: "c3", Why: "why", Raw: "raw"}},
	}
	for i := range 50 {
		stored.Entries = append(stored.Entries, store.Entry{ID: fmt.Sprint("n", i), Title: "One of many"})
	}
	models["saved scenarios"] = update(model.New(library.Shipped()), model.SavedListed{Listing: stored})
	program := model.EditScript{Text: "program client\nint main(SSL *s)\n{\n\tint r = SSL_shutdown(s);\n\treturn r;\n}\nend program\nclient next\n"}
	models["a program"] = update(model.New(library.Shipped()), program, model.Last{})
	models["a new program"] = update(model.New(library.Shipped()), model.PasteProgram{}, model.EditProgram{Text: "mine"}, model.ChooseProgram{Name: "one-call"})
	models["an edited program"] = update(models["a program"], model.OpenProgram{})
	models["a wrong program"] = update(model.New(library.Shipped()), model.PasteProgram{}, model.EditProgram{Text: "int main("}, model.RunProgram{})
	models["statements alone"] = update(model.New(library.Shipped()), model.PasteProgram{}, model.EditProgram{Text: "r = SSL_shutdown(ssl);\nwhile (r < 0) ;"}, model.RunProgram{})
	models["an undeclared variable"] = update(models["statements alone"], model.WrapProgram{})
	models["compiling"], _ = model.Update(model.New(library.Shipped()), program)
	tasks := model.New(library.Shipped().With(challenges.Entries()...))
	models["a challenge"] = update(tasks, model.OpenPreset{Preset: "keep-the-session"})
	models["lines to order"] = update(tasks, model.OpenPreset{Preset: "order-a-read-to-the-end"}, model.ShowDialog{Dialog: "order"}, model.MoveLine{Line: 1})
	models["a question"] = update(model.New(library.Shipped()), model.EditScript{Text: "client SSL_shutdown\nclient SSL_shutdown\n"}, model.First{}, model.ToggleAsk{}, model.Explained{Err: "none"}, model.QuestionsMade{ID: 1, Table: aQuestion}, model.Next{})
	models["an answer"] = update(models["a question"], model.ChooseAnswer{I: 0})
	models["boxes"] = update(model.New(library.Shipped()), model.DeckStored{Text: "close_notify questions 1\n0000000000000 1 1\n"}, model.ShowDialog{Dialog: "practice"})
	models["a new title"] = update(models["saved scenarios"], model.ShowDialog{Dialog: "saved"}, model.StartRename{ID: "a1"})
	return models
}

// aQuestion is about a first step.
var aQuestion = explained.New([]explained.Question{{
	Key: "0000000000001", Step: 1, Text: "What does it return?",
	Choices: []explained.Choice{{Text: "It returns 0."}, {Text: "It returns 1."}, {Text: "It waits."}},
}})

// updateAll takes in messages, and compiles the programs that they ask to compile.
func updateAll(m model.Model, msgs ...model.Msg) model.Model {
	for _, msg := range msgs {
		var cmds []model.Cmd
		m, cmds = model.Update(m, msg)
		for _, cmd := range cmds {
			if c, ok := cmd.(model.Compile); ok {
				made := model.Compiled{Units: c.Units}
				for _, u := range c.Units {
					made.Made = append(made.Made, compile.Unit(u))
				}
				m = updateAll(m, made)
			}
		}
	}
	return m
}

// TestEveryActionIsUnderstood draws everything that the page can show and has the model
// read what its elements say they do. No word that the model knows is left unused.
func TestEveryActionIsUnderstood(t *testing.T) {
	used := map[string]bool{}
	check := func(state string, m model.Model) {
		for _, a := range actionsIn(app.HTMLString(&Page{model: m})) {
			if a.text == "option" && a.value == "" {
				continue // what is on the stage already
			}
			if _, ok := m.MsgFromAction(a.text, a.value); !ok {
				t.Errorf("%s: the model does not understand %q with the value %q", state, a.text, a.value)
			}
			word, _, _ := strings.Cut(a.text, " ")
			if word == "option" {
				word, _, _ = strings.Cut(a.value, " ")
			}
			used[word] = true
		}
	}
	for name, start := range actionModels() {
		check(name, start)
		for _, pane := range model.Panes {
			m, _ := model.Update(start, model.SetPane{Pane: pane})
			check(name+", "+string(pane), m)
		}
		for _, dialog := range []string{"help", "releases", "share", "saved", "practice"} {
			m, _ := model.Update(start, model.ShowDialog{Dialog: dialog})
			check(name+", "+dialog, m)
		}
		start.Sharing.Native = true
		m, _ := model.Update(start, model.Share{})
		check(name+", link", m)
		for _, side := range []string{"client", "server", "network"} {
			m, _ := model.Update(start, model.OpenMenu{Side: side})
			check(name+", menu of "+side, m)
		}
	}
	for _, word := range model.ActionWords() {
		if !used[word] {
			t.Errorf("no element of the page says %q", word)
		}
	}
}
