package pages

import (
	"encoding/xml"

	"closenotify/engine"
	"closenotify/engine/draw"
	"closenotify/engine/explain"
	"closenotify/scenarios"
	"closenotify/scenarios/library"
	"closenotify/wasm/site"
)

// frameWidth is the width of a frame for an embed that has no other, and frameRest the height of what
// stands around the drawing there, in pixels.
const (
	frameWidth = 720
	frameRest  = 120
)

// Embeds returns the pages for frames of other pages: one for each lesson, and one for any scenario,
// whose steps are in its address. lib is what the program knows.
func Embeds(lib scenarios.Library) ([]site.Embed, error) {
	w, err := engine.New(engine.Config{})
	if err != nil {
		return nil, err
	}
	all := []site.Embed{{
		Page:    site.Page{Path: EmbedFolder, Title: "The end of a TLS connection – close_notify", Lessons: lib.Part(library.All()[0].Name).Encode()},
		Stage:   "/",
		Drawing: drawnFor(engine.NewHistory(w), 0, draw.Options{}).both(),
	}}
	for _, l := range library.All() {
		h, tip, err := play(l.Script)
		if err != nil {
			return nil, err
		}
		drawing := drawnFor(h, tip, draw.Options{})
		e := site.Embed{
			Page:  site.Page{Path: EmbedFolder + l.Name, Title: l.Title + " – close_notify", Picture: Lessons + l.Name + ".png", Lessons: lib.Part(l.Name).Encode()},
			Stage: Stage + l.Name, About: Lessons + l.Name,
			Drawing: drawing.both(), Blank: drawnFor(h, tip, draw.Options{Blank: true}).both(),
			Width: frameWidth,
		}
		if e.Height, err = heightOf([]byte(drawing.Wide)); err != nil {
			return nil, err
		}
		e.Height += frameRest
		for _, id := range h.Path(tip)[1:] {
			e.Steps = append(e.Steps, explain.Sentence(h, id))
		}
		all = append(all, e)
	}
	return all, nil
}

// heightOf is the height of a drawing, in pixels.
func heightOf(svg []byte) (int, error) {
	var drawing struct {
		Height int `xml:"height,attr"`
	}
	err := xml.Unmarshal(svg, &drawing)
	return drawing.Height, err
}
