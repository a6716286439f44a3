package site

import (
	"errors"
	"fmt"
	"os"
	"path"
	"strings"
)

// rootDir is the folder of the static assets whose files keep a fixed address
// at the top of the site. All other assets belong to a build.
const rootDir = "root"

// assets are the files of one build of the client and those with a fixed
// address.
type assets struct {
	// build are the files that lie in the build's folder.
	build Files
	// root are the files at the top of the site.
	root Files
	// id names the content of build.
	id string
}

// readAssets collects the static assets in webDir, the client and the Go
// release's own wasm_exec.js, which must fit the compiler that made the client.
func readAssets(webDir, wasmFile, wasmExecFile string) (assets, error) {
	a := assets{build: Files{}, root: Files{}}
	all := Files{}
	if err := all.readDir(webDir, ""); err != nil {
		return a, fmt.Errorf("the static assets: %w", err)
	}
	for name, data := range all {
		if fixed, ok := strings.CutPrefix(name, rootDir+"/"); ok {
			a.root[fixed] = data
		} else {
			a.build["web/"+name] = data
		}
	}
	var err1, err2 error
	a.build["web/app.wasm"], err1 = os.ReadFile(wasmFile)
	a.build["web/wasm_exec.js"], err2 = os.ReadFile(wasmExecFile)
	if err := errors.Join(err1, err2); err != nil {
		return a, err
	}
	if len(a.root) == 0 || len(a.styles()) == 0 {
		return a, fmt.Errorf("%s has no stylesheet or nothing with a fixed address in %s/", webDir, rootDir)
	}
	a.id = a.build.digest()
	return a, nil
}

// folder is where the build lies in the site, without slashes at its ends.
func (a assets) folder() string {
	return "v/" + a.id
}

// url is the address of a file of the build.
func (a assets) url(name string) string {
	return "/" + path.Join(a.folder(), name)
}

// styles are the addresses of the build's stylesheets, in the order in which
// the page links them.
func (a assets) styles() []string {
	var urls []string
	for _, name := range a.build.names() {
		if path.Ext(name) == ".css" && path.Dir(name) == "web" {
			urls = append(urls, a.url(name))
		}
	}
	return urls
}
