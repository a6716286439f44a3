package site

import (
	"bytes"
	"encoding/json"
	"fmt"
	"html/template"
	"path"
	"strings"

	"closenotify/engine/draw/raster"
)

// The files of embeds. A page of an embed is read without the program, and fetches it when somebody
// wants it.
const (
	componentName = "embed.js" // the web component; it has a fixed address, and one in each build

	embedFolder      = "web/embed/"
	embedStyleName   = "web/embed.css"
	embedScriptName  = "web/embed_page.js"
	embedProgramName = "web/embed_program.js" // the scripts that run the program
)

// An Embed is a page for frames of other pages: a drawing, its steps in words, and the program when
// somebody wants it.
type Embed struct {
	Page
	// Stage is the path of the page with the playground.
	Stage string
	// About is the path of the page about it, whose frame the embed is for oEmbed; "" for none.
	About string
	// Width and Height are the size of the frame for oEmbed, in pixels.
	Width, Height int
	// Drawing is what is shown before the program, as SVG.
	Drawing template.HTML
	// Steps tell it in words.
	Steps []string
	// Blank is the drawing without outcomes, for those who are asked about them.
	Blank template.HTML
}

// OEmbedPath is the path of the oEmbed JSON of a lesson, by its name.
func OEmbedPath(name string) string { return "/oembed/" + name + ".json" }

// embedData is the input of the template of embeds.
type embedData struct {
	Embed
	Build               string // address of the folder of the build
	PageStyle           pageFile
	PageScript          pageFile
	Style, Run, Program pageFile // what is loaded when the program is wanted
	ProgramSize         int
}

// embedData prepares the page of an embed. prefix leads from the page to the build, with a slash at
// its end.
func (a assets) embedData(e Embed, prefix string) embedData {
	file := func(name string) pageFile { return pageFile{prefix + name, integrity(a.build[name])} }
	return embedData{
		Embed: e, Build: strings.TrimSuffix(prefix, "/"),
		PageStyle: file(embedStyleName), PageScript: file(embedScriptName),
		Style: file(styleName), Run: file(embedProgramName), Program: file(programName),
		ProgramSize: len(a.build[programName]),
	}
}

// addEmbeds adds the pages to the build, so that there are addresses of them that never change. In
// these pages every address is relative, for the name of the build depends on them.
func (a assets) addEmbeds(embeds []Embed) error {
	for _, e := range embeds {
		file := a.place.file(e.Path)
		up := strings.Repeat("../", strings.Count(file, "/"))
		if e.Stage != "" {
			e.Stage = a.place.relative().address("v/build/"+file, e.Stage)
		}
		var b bytes.Buffer
		if err := pageTemplate.ExecuteTemplate(&b, "embed", a.embedData(e, up)); err != nil {
			return fmt.Errorf("page %s: %w", e.Path, err)
		}
		a.build[file] = b.Bytes()
	}
	return nil
}

// renderEmbed returns the page of an embed at its address for the newest build.
func renderEmbed(a assets, e Embed) ([]byte, error) {
	var b bytes.Buffer
	if err := pageTemplate.ExecuteTemplate(&b, "embed", a.embedData(e, a.url("")+"/")); err != nil {
		return nil, fmt.Errorf("page %s: %w", e.Path, err)
	}
	return a.place.settle(a.place.file(e.Path), b.Bytes()), nil
}

// addEmbeds adds the pages of embeds for the newest build, and their oEmbed JSON.
func (f Files) addEmbeds(a assets, embeds []Embed) (err error) {
	for _, e := range embeds {
		if f[a.place.file(e.Path)], err = renderEmbed(a, e); err != nil {
			return err
		}
		if e.About == "" {
			continue
		}
		name := strings.TrimPrefix(OEmbedPath(path.Base(e.Path)), "/")
		if f[name], err = a.oembed(e); err != nil {
			return err
		}
	}
	return nil
}

// oembed is what a site that shows a link to the page says to others that want to embed it
// (oembed.com, version 1.0). Its addresses are absolute if the address of the site is known.
func (a assets) oembed(e Embed) ([]byte, error) {
	frame := fmt.Sprintf(`<iframe src="%s" title="%s" width="%d" height="%d" style="border:0;max-width:100%%" loading="lazy" sandbox="%s" allow="clipboard-write"></iframe>`,
		a.absolute(e.Path), template.HTMLEscapeString(e.Name()), e.Width, e.Height, EmbedSandbox)
	return json.Marshal(map[string]any{
		"version": "1.0", "type": "rich", "title": e.Name(), "provider_name": "close_notify", "provider_url": a.absolute("/"),
		"html": frame, "width": e.Width, "height": e.Height,
		"thumbnail_url": a.absolute(e.Picture), "thumbnail_width": raster.CardWidth, "thumbnail_height": raster.CardHeight,
	})
}

// EmbedSandbox is what a frame of an embed must be allowed. Links open pages that are not in it.
const EmbedSandbox = "allow-scripts allow-popups allow-popups-to-escape-sandbox"

// absolute is the address of a page, with the host if that is known.
func (a assets) absolute(path string) string {
	p := a.place
	if a.site != "" {
		p.base = a.site + "/"
	}
	return p.address("oembed/NAME.json", path)
}
