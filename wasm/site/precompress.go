package site

import (
	"bytes"
	"cmp"
	"compress/gzip"
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"runtime"
	"slices"
	"strings"
	"sync"
)

// compressible has the extensions of files that shrink when they are compressed.
var compressible = []string{".bin", ".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest"}

// precompress adds name.gz to f for each file that shrinks, and returns the names of
// these files.
func (f Files) precompress() (shrunk []string, err error) {
	for _, name := range f.names() {
		if !slices.Contains(compressible, path.Ext(name)) {
			continue
		}
		packed, err := gzipped(f[name])
		if err != nil {
			return nil, err
		}
		if len(packed) < len(f[name]) {
			f[name+".gz"] = packed
			shrunk = append(shrunk, name)
		}
	}
	return shrunk, nil
}

func gzipped(data []byte) ([]byte, error) {
	var b bytes.Buffer
	w, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return nil, err
	}
	if _, err := w.Write(data); err != nil {
		return nil, err
	}
	if err := w.Close(); err != nil {
		return nil, err
	}
	return b.Bytes(), nil
}

// nodeBrotli is a Node.js program that compresses the files of its arguments.
const nodeBrotli = `
const fs = require("fs"), zlib = require("zlib"), c = zlib.constants;
for (const name of process.argv.slice(1)) {
  const data = fs.readFileSync(name);
  fs.writeFileSync(name + ".br", zlib.brotliCompressSync(data, {params: {
    [c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_LGWIN]: 24, [c.BROTLI_PARAM_SIZE_HINT]: data.length,
  }}));
}`

// brotliFiles writes name.br, at quality 11, beside each named file of dir. Go's
// library has no brotli, so this needs the command brotli or Node.js. It starts one for each
// processor, because this is most of the time of a build.
func brotliFiles(dir string, names []string) error {
	shares, err := shareOut(dir, names, runtime.NumCPU())
	if err != nil {
		return err
	}
	failures := make([]error, len(shares))
	var all sync.WaitGroup
	for i, paths := range shares {
		all.Go(func() { failures[i] = brotli(paths) })
	}
	all.Wait()
	return errors.Join(failures...)
}

// shareOut distributes the named files of dir, the largest first, among at most n lists that take
// about the same time: each file goes to the list that has the fewest bytes.
func shareOut(dir string, names []string, n int) ([][]string, error) {
	type file struct {
		path string
		size int64
	}
	files := make([]file, len(names))
	for i, name := range names {
		path := filepath.Join(dir, filepath.FromSlash(name))
		info, err := os.Stat(path)
		if err != nil {
			return nil, err
		}
		files[i] = file{path, info.Size()}
	}
	slices.SortFunc(files, func(a, b file) int { return cmp.Or(cmp.Compare(b.size, a.size), cmp.Compare(a.path, b.path)) })
	shares, sizes := make([][]string, min(n, len(files))), make([]int64, n)
	for _, f := range files {
		i := slices.Index(sizes, slices.Min(sizes[:len(shares)]))
		shares[i], sizes[i] = append(shares[i], f.path), sizes[i]+f.size
	}
	return shares, nil
}

// brotli compresses the files one after the other.
func brotli(paths []string) error {
	var command *exec.Cmd
	if tool, err := exec.LookPath("brotli"); err == nil {
		command = exec.Command(tool, append([]string{"--force", "--keep", "--quality=11", "--lgwin=24", "--"}, paths...)...)
	} else if tool, err := exec.LookPath("node"); err == nil {
		command = exec.Command(tool, append([]string{"-e", nodeBrotli, "--"}, paths...)...)
	} else {
		return fmt.Errorf("neither of the commands brotli and node is installed (on Debian: apt-get install brotli)")
	}
	command.Stderr = os.Stderr
	if err := command.Run(); err != nil {
		return fmt.Errorf("%s: %w", strings.Join(command.Args[:2], " "), err)
	}
	return nil
}
