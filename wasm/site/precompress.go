package site

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"os"
	"os/exec"
	"path"
	"path/filepath"
	"slices"
	"strings"
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
// library has no brotli, so this needs the command brotli or Node.js.
func brotliFiles(dir string, names []string) error {
	paths := make([]string, len(names))
	for i, name := range names {
		paths[i] = filepath.Join(dir, filepath.FromSlash(name))
	}
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
