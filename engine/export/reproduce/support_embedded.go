//go:build !js

package reproduce

import (
	"embed"
	"maps"
	"slices"
	"strings"
	"sync"

	"closenotify/engine/conformance/harness"
)

// ours are the files that the harness does not have.
//
//go:embed c
var ours embed.FS

// files reads the support once.
var files = sync.OnceValue(func() support {
	s := support(harness.Texts())
	entries, err := ours.ReadDir("c")
	if err != nil {
		panic(err)
	}
	for _, e := range entries {
		text, err := ours.ReadFile("c/" + e.Name())
		if err != nil {
			panic(err)
		}
		s[e.Name()] = string(text)
	}
	return s
})

// Support is the support as an archive, for a browser: see UseSupport.
func Support() []byte { return files().archive(slices.Sorted(maps.Keys(files()))) }

// archive writes each file after a NUL, its name and a line break.
func (s support) archive(names []string) []byte {
	var b strings.Builder
	for _, name := range names {
		b.WriteString("\x00" + name + "\n" + s[name])
	}
	return []byte(b.String())
}
