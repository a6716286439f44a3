package ui

import (
	"strconv"
	"strings"
	"time"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/scenarios/predict/deck"
	"closenotify/scenarios/predict/explained"
	"closenotify/wasm/ui/model"
)

// deckName is the name of the Deck in the storage.
const deckName = "answers"

// today is the day in this time zone, counted from 1970.
func today() int {
	now := time.Now()
	_, offset := now.Zone()
	return int((now.Unix() + int64(offset)) / (24 * 60 * 60))
}

// storeDeck keeps the Deck, together with what another tab has put there.
func (p *Page) storeDeck(c model.StoreDeck) {
	text := c.Text
	if stored, err := deck.Parse(readStored("localStorage", deckName)); err == nil && !c.Replace {
		if own, err := deck.Parse(text); err == nil {
			if both, err := own.Merge(stored); err == nil {
				text = both.String()
			}
		}
	}
	writeStored("localStorage", deckName, text)
	p.update(model.DeckStored{Text: text})
}

// playedName is the name of the list of lessons that were played to the end: "half-close 20783", each
// once, each in a line. The page of a class reads it.
const playedName = "played"

// storePlayed adds a lesson to the list.
func storePlayed(c model.StorePlayed) {
	list := "\n" + readStored("localStorage", playedName)
	if !strings.Contains(list, "\n"+c.Lesson+" ") {
		writeStored("localStorage", playedName, list[1:]+c.Lesson+" "+strconv.Itoa(c.Day)+"\n")
	}
}

// fetchExplained fetches the explanations of the questions.
func (p *Page) fetchExplained() {
	p.ctx.Async(func() {
		text, err := await(app.Window().Call("shippedExplanations"))
		var table explained.Table
		if err == nil {
			table, err = explained.Parse(string(text))
		}
		p.ctx.Dispatch(func(app.Context) { p.update(model.Explained{Table: table, Err: errorText(err)}) })
	})
}

// makeQuestions has the lab make the questions about a scenario that is no lesson.
func (p *Page) makeQuestions(c model.MakeQuestions) {
	p.ctx.Async(func() {
		text, err := browserLab{}.export("questions", c.Text, func(int, int) {})
		var table explained.Table
		if err == nil {
			table, err = explained.Parse(string(text))
		}
		p.ctx.Dispatch(func(app.Context) { p.update(model.QuestionsMade{ID: c.ID, Table: table, Err: errorText(err)}) })
	})
}

// importDeck reads the chosen file.
func (p *Page) importDeck(field app.Value) {
	file := field.Get("files").Index(0)
	if !file.Truthy() {
		return
	}
	p.ctx.Async(func() {
		text, err := await(app.Window().Call("fileBytes", file))
		p.ctx.Dispatch(func(app.Context) {
			field.Set("value", "") // the same file can be chosen again
			if err != nil {
				text = nil
			}
			p.update(model.ImportDeck{Text: string(text)})
		})
	})
}
