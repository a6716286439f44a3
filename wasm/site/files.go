package site

import (
	"crypto/sha256"
	"encoding/binary"
	"encoding/hex"
	"errors"
	"fmt"
	"io/fs"
	"maps"
	"os"
	"path"
	"path/filepath"
	"slices"
)

// Files maps the slash-separated path of each file of a site to its content.
type Files map[string][]byte

// readDir adds the files under dir, at any depth, to f. Their paths are relative to
// dir, after the prefix.
func (f Files) readDir(dir, prefix string) error {
	tree := os.DirFS(dir)
	return fs.WalkDir(tree, ".", func(name string, entry fs.DirEntry, err error) error {
		if err != nil || entry.IsDir() {
			return err
		}
		data, err := fs.ReadFile(tree, name)
		f[path.Join(prefix, name)] = data
		return err
	})
}

// digest returns a short name for the paths and contents of f.
func (f Files) digest() string {
	h := sha256.New()
	for _, name := range f.names() {
		for _, part := range [][]byte{[]byte(name), f[name]} {
			binary.Write(h, binary.BigEndian, uint64(len(part)))
			h.Write(part)
		}
	}
	return hex.EncodeToString(h.Sum(nil)[:8])
}

// names returns the paths of f in order.
func (f Files) names() []string {
	return slices.Sorted(maps.Keys(f))
}

// write replaces the directory dir with the files. They are written to a directory
// beside it, which finish may add to. Then the two directories change places by being
// renamed, so a server never sees half a site.
func (f Files) write(dir string, finish func(staged string) error) error {
	dir = filepath.Clean(dir)
	work, err := os.MkdirTemp(filepath.Dir(dir), filepath.Base(dir)+"-*")
	if err != nil {
		return err
	}
	defer os.RemoveAll(work)
	staged := filepath.Join(work, "new")
	if err := os.Mkdir(staged, 0o755); err != nil {
		return err
	}
	for name, data := range f {
		file := filepath.Join(staged, filepath.FromSlash(name))
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			return err
		}
		if err := os.WriteFile(file, data, 0o644); err != nil {
			return err
		}
	}
	if err := finish(staged); err != nil {
		return err
	}
	if err := os.Rename(dir, filepath.Join(work, "old")); err != nil && !errors.Is(err, fs.ErrNotExist) {
		return fmt.Errorf("the old site could not be moved out of the way: %w", err)
	}
	if err := os.Rename(staged, dir); err != nil {
		return fmt.Errorf("the finished site could not be moved to %s: %w", dir, err)
	}
	return nil
}
