package site

import (
	"errors"
	"fmt"
	"os"
	"path"
	"strings"
)

// rootDir is the folder of the static assets whose files have a fixed address at the
// top of the site. All other assets belong to a build.
const rootDir = "root"

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
}

// readAssets reads the static assets in webDir, the client, and wasm_exec.js, which
// must be of the Go release that compiled the client.
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
	if len(a.root) == 0 {
		return a, fmt.Errorf("%s has nothing with a fixed address in %s/", webDir, rootDir)
	}
	if err := a.bundle(); err != nil {
		return a, fmt.Errorf("the static assets in %s: %w", webDir, err)
	}
	a.id = a.build.digest()
	return a, nil
}

// folder returns the path of the build in the site, without slashes at its ends.
func (a assets) folder() string {
	return "v/" + a.id
}

// url returns the address of a file of the build.
func (a assets) url(name string) string {
	return "/" + path.Join(a.folder(), name)
}

// file returns the address and the digest of a file of the build.
func (a assets) file(name string) pageFile {
	return pageFile{a.url(name), integrity(a.build[name])}
}
