package site

import (
	"fmt"
	"maps"
	"os"
	"path"
	"strings"
)

// rootDir is the folder of the static assets whose files have a fixed address at the
// top of the site. All other assets belong to a build.
const rootDir = "root"

// buildsDir is the folder of the site in which each build has a folder.
const buildsDir = "v"

// assets are the files of one build, and the files with a fixed address.
type assets struct {
	// build has the files of the build's folder.
	build Files
	// root has the files at the top of the site.
	root Files
	// early has the style and the script that are in each page.
	early Files
	// id is the digest of build.
	id string
	// site is the address of the site, "https://example.org", with the path below which it is; "" if
	// it is not known.
	site  string
	place place
}

// readAssets reads the static assets, the client, the compiler, the exporter, and wasm_exec.js, which
// must be of the Go release that compiled them.
func readAssets(o Options) (assets, error) {
	a := assets{build: Files{}, root: Files{}}
	var err error
	if a.place, err = newPlace(o); err != nil {
		return a, err
	}
	if o.Site != "" {
		a.site = strings.TrimSuffix(o.Site, "/") + strings.TrimSuffix(a.place.base, "/")
	}
	if err := a.readWeb(o.Web); err != nil {
		return a, err
	}
	for name, file := range map[string]string{programName: o.Wasm, labName: o.Lab, exportName: o.Export, "web/wasm_exec.js": o.WasmExec} {
		data, err := os.ReadFile(file)
		if err != nil {
			return a, err
		}
		a.build[name] = data
	}
	maps.Copy(a.build, o.Made)
	a.build[shippedName], a.build[lessonsName], a.build[indexName], a.build[explainedName] = o.Programs, o.Lessons, o.Index, o.Explained
	a.build[supportName] = o.Support
	if len(a.root) == 0 {
		return a, fmt.Errorf("%s has nothing with a fixed address in %s/", o.Web, rootDir)
	}
	if err := a.bundle(); err != nil {
		return a, fmt.Errorf("the static assets in %s: %w", o.Web, err)
	}
	if err := a.addEmbeds(o.Embeds); err != nil {
		return a, err
	}
	a.id = a.build.digest()
	return a, nil
}

// readWeb reads the static assets.
func (a assets) readWeb(dir string) error {
	all := Files{}
	if err := all.readDir(dir, ""); err != nil {
		return fmt.Errorf("the static assets: %w", err)
	}
	for name, data := range all {
		if fixed, ok := strings.CutPrefix(name, rootDir+"/"); ok {
			a.root[fixed] = data
		} else {
			a.build["web/"+name] = data
		}
	}
	return nil
}

// folder returns the path of the build in the site, without slashes at its ends.
func (a assets) folder() string {
	return buildsDir + "/" + a.id
}

// url returns the address of a file of the build.
func (a assets) url(name string) string {
	return "/" + path.Join(a.folder(), name)
}

// file returns the address and the digest of a file of the build.
func (a assets) file(name string) pageFile {
	return pageFile{a.url(name), integrity(a.build[name])}
}
