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

// compressible are the extensions of files that shrink.
var compressible = []string{".css", ".html", ".js", ".json", ".svg", ".txt", ".wasm", ".webmanifest"}

// precompress puts name.gz beside each file of f that shrinks, and the names of
// those files into the result.
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

// nodeBrotli is a program for Node.js that does what the brotli command does.
const nodeBrotli = `
const fs = require("fs"), zlib = require("zlib"), c = zlib.constants;
for (const name of process.argv.slice(1)) {
  const data = fs.readFileSync(name);
  fs.writeFileSync(name + ".br", zlib.brotliCompressSync(data, {params: {
    [c.BROTLI_PARAM_QUALITY]: 11, [c.BROTLI_PARAM_LGWIN]: 24, [c.BROTLI_PARAM_SIZE_HINT]: data.length,
  }}));
}`

// brotliFiles writes name.br at quality 11 beside each named file. Go's library
// has no brotli, so it takes the brotli command or Node.js, whichever is there.
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
		return fmt.Errorf("brotli: neither the command brotli nor node is there (Debian: apt-get install brotli)")
	}
	command.Stderr = os.Stderr
	if err := command.Run(); err != nil {
		return fmt.Errorf("%s: %w", strings.Join(command.Args[:2], " "), err)
	}
	return nil
}
