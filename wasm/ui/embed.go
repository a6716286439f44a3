package ui

import (
	"hash/crc32"
	"strconv"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine/script"
	"closenotify/scenarios/store"
	"closenotify/wasm/ui/model"
)

// embedded is what the page knows of itself when it stands in a frame of another page. It stores
// nothing then, and leaves its address alone. web/embed/messages.js speaks with the other page.
type embedded struct {
	on   bool
	told told
}

// told is what the script of the embed was told last.
type told struct {
	at, of  int
	playing bool
	title   string
	step    string // what the step at the cursor did
	failed  int    // the number of the last notice of an error
}

// restoreEmbed puts on the stage what the attributes of the document say, which come from the address of
// the frame. It reports false if the page is no embed.
func (p *Page) restoreEmbed() bool {
	settings := app.Window().Get("document").Get("documentElement").Get("dataset")
	if settings.Get("embed").IsUndefined() {
		return false
	}
	p.embed.on = true
	p.update(model.RestoreSetting{Name: "theme", Value: settings.Get("theme").String()})
	p.update(model.Visit{Preset: settings.Get("preset").String(), Fragment: settings.Get("link").String()})
	if settings.Get("mode").String() == "predict" {
		p.update(model.ToggleAsk{})
	}
	p.model.Opening = false
	return true
}

// serveEmbed opens a store that lasts as long as the page, and gives the script of the embed two
// functions: one does what the page around it asks for, the other returns the link of the stage.
func (p *Page) serveEmbed() {
	p.saved.keeper = store.NewKeeper(store.NewMemory(time.Now))
	p.runWaiting()
	do := app.FuncOf(func(_ app.Value, args []app.Value) any {
		word, first, second := args[0].String(), args[1].String(), args[2].String()
		p.ctx.Dispatch(func(app.Context) {
			if msg := p.embedMsg(word, first, second); msg != nil {
				p.update(msg)
			}
		})
		return nil
	})
	link := app.FuncOf(func(app.Value, []app.Value) any {
		path, fragment, err := p.model.Address()
		if err != nil {
			return ""
		}
		return path + "#" + fragment
	})
	p.closers = append(p.closers, do.Release, link.Release)
	app.Window().Call("embedRuns", do, link)
	p.tellEmbed()
}

// embedMsg is the message for what the page around an embed asks for, nil for nothing.
func (p *Page) embedMsg(word, first, second string) model.Msg {
	switch word {
	case "load":
		return model.Visit{Preset: first, Fragment: second}
	case "theme":
		return model.RestoreSetting{Name: "theme", Value: first}
	case "goto":
		n, _ := strconv.Atoi(first)
		return model.Seek{At: n}
	case "play", "pause":
		if p.model.Playing != (word == "play") {
			return model.Play{}
		}
	}
	return nil
}

// tellEmbed tells the script of the embed where the stage is now.
func (p *Page) tellEmbed() {
	if !p.embed.on || p.saved.keeper == nil { // it cannot ask for anything yet
		return
	}
	m := &p.model
	now := told{at: m.At, of: m.Len(), playing: m.Playing, title: m.Title()}
	if m.At > 0 {
		now.step = script.StepText(m.Step(m.At))
	}
	failure := ""
	for _, n := range m.Notices {
		if n.Error {
			now.failed, failure = n.ID, n.Text
		}
	}
	if now == p.embed.told || m.Awaiting() && failure == "" {
		return
	}
	if now.failed == p.embed.told.failed {
		failure = ""
	}
	p.embed.told = now
	digest := strconv.FormatUint(1<<32|uint64(crc32.ChecksumIEEE([]byte(now.step))), 16)[1:]
	app.Window().Call("embedTold", now.at, now.of, now.playing, now.title, now.step, digest, failure)
}

// tellAnswer tells it whether a question was answered right.
func (p *Page) tellAnswer(a model.Answered) {
	if p.embed.on {
		app.Window().Call("embedAnswered", a.Step, a.Right)
	}
}
