package site

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
)

// keepBuilds adds the builds of an earlier site, with their compressed files, so that addresses
// which name one of them go on working. A build of the same name is the same.
func (f Files) keepBuilds(dir string) error {
	if dir == "" {
		return nil
	}
	builds, err := filepath.Glob(filepath.Join(dir, buildsDir, "*"))
	if err != nil || len(builds) == 0 {
		return fmt.Errorf("there is no earlier site to keep in %s: it has no %s/ (%w)", dir, buildsDir, os.ErrNotExist)
	}
	kept := Files{}
	for _, build := range builds {
		if err := kept.readDir(build, buildsDir+"/"+filepath.Base(build)); err != nil {
			return fmt.Errorf("the earlier site: %w", err)
		}
	}
	for name, data := range kept {
		if _, ours := f[name]; !ours {
			f[name] = data
		}
	}
	return nil
}

// isPacked reports whether the named file is the compressed form of another.
func isPacked(name string) bool {
	return strings.HasSuffix(name, ".gz") || strings.HasSuffix(name, ".br")
}
