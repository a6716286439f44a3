package site

import (
	"encoding/json"
	"fmt"
	"maps"
	"slices"
	"strings"
)

// Options are the input of Build, and where its output goes.
type Options struct {
	// Web is the directory of the static assets.
	Web string
	// Wasm is the compiled client.
	Wasm string
	// Lab is the compiler, compiled for the browser.
	Lab string
	// Export is the program that exports scenarios, compiled for the browser.
	Export string
	// Programs are the shipped programs, compiled: script.Codes, encoded.
	Programs []byte
	// Lessons are the texts of all shipped scenarios: a scenarios.Library, as a text.
	Lessons []byte
	// Index is what web/find.js finds lessons in: a find.Index, in JSON.
	Index []byte
	// Made are further files of the build, by name: what scripts of articles fetch.
	Made Files
	// Explained has the explanations of the questions of the lessons: an explained.Table, as a text.
	Explained []byte
	// Support is what programs in C are made of: reproduce.Support.
	Support []byte
	// WasmExec is the Go release's wasm_exec.js.
	WasmExec string
	// Out is the directory of the site. What is there is replaced.
	Out string
	// Pages are the site's addresses.
	Pages []Page
	// Articles are the addresses that do without the program.
	Articles []Article
	// Embeds are the addresses that stand in frames of other pages.
	Embeds []Embed
	// Site is the address of the site, "https://example.org", for what must have absolute
	// addresses; "" if it is not known.
	Site string
	// Base is the path of the site, "/docs/tls/"; "" is the same as "/".
	Base string
	// Keep is the directory of an earlier site whose builds this one has, too; "" for none.
	Keep string
	// Zip is a file for the site as a zip, in place of Out. Its addresses are relative, so that it works
	// below any path.
	Zip string
	// Brotli makes a .br file beside each .gz file.
	Brotli bool
}

// workerName is the path of the service worker. It is at the top of the site because a
// worker controls only addresses below its own.
const workerName = "app-worker.js"

// Build makes a site. Its components must already be routed with go-app.
func Build(o Options) error {
	a, err := readAssets(o)
	if err != nil {
		return err
	}
	files, err := render(a, o)
	if err != nil {
		return err
	}
	if err := files.keepBuilds(o.Keep); err != nil {
		return err
	}
	files[headersName] = files.headers(a.place)
	if o.Zip != "" {
		return files.writeZip(o.Zip)
	}
	shrunk, err := files.precompress()
	if err != nil {
		return err
	}
	return files.write(o.Out, func(staged string) error {
		if !o.Brotli {
			return nil
		}
		return brotliFiles(staged, shrunk)
	})
}

// render returns all files of the site, uncompressed.
func render(a assets, o Options) (Files, error) {
	files := Files{}
	maps.Copy(files, a.root)
	for name, data := range a.build {
		files[a.folder()+"/"+name] = data
	}
	prerenderer := newPrerenderer(a)
	for _, p := range o.Pages {
		content, err := prerenderer.render(p.Path)
		if err != nil {
			return nil, err
		}
		if files[a.place.file(p.Path)], err = renderPage(a, p, content); err != nil {
			return nil, err
		}
	}
	var err error
	for _, p := range o.Articles {
		if files[a.place.file(p.Path)], err = renderArticle(a, p); err != nil {
			return nil, err
		}
		if p.Card != nil {
			files[strings.TrimPrefix(p.Picture, "/")] = p.Card
		}
	}
	if err := files.addEmbeds(a, o.Embeds); err != nil {
		return nil, err
	}
	if files["404.html"], err = renderNotFound(a, o.Pages); err != nil {
		return nil, err
	}
	files[workerName], err = renderWorker(a, files)
	return files, err
}

// renderWorker puts the files to keep with their digests, and their version, before the
// source of the service worker, by their paths in the site. The version covers the build, because the
// front page names it. Files that not everyone needs are kept when they have been used.
func renderWorker(a assets, files Files) ([]byte, error) {
	source, ok := files[workerName]
	if !ok {
		return nil, fmt.Errorf("the static assets have no %s/%s", rootDir, workerName)
	}
	keep := map[string]string{"": ""} // the front page: a host may add to it; what it loads has digests
	keepUsed := map[string]string{}
	for name, data := range a.root {
		if name != workerName {
			keep[name] = integrity(data)
		}
	}
	for name, data := range a.build {
		if slices.Contains(fetchedWhenUsed, name) || strings.HasPrefix(name, courseFolder) {
			keepUsed[a.folder()+"/"+name] = integrity(data)
		} else {
			keep[a.folder()+"/"+name] = integrity(data)
		}
	}
	build, err := json.Marshal(map[string]any{
		"version": Files{"page": files["index.html"], "fixed": []byte(a.root.digest())}.digest(),
		"files":   keep,
		"used":    keepUsed,
	})
	if err != nil {
		return nil, err
	}
	return append([]byte("const build = "+string(build)+";\n\n"), source...), nil
}
