package site

import (
	"archive/zip"
	"bytes"
	"os"
)

// writeZip writes the files as a zip. The same files make the same zip.
func (f Files) writeZip(file string) error {
	var b bytes.Buffer
	w := zip.NewWriter(&b)
	for _, name := range f.names() {
		entry, err := w.CreateHeader(&zip.FileHeader{Name: name, Method: zip.Deflate})
		if err != nil {
			return err
		}
		if _, err := entry.Write(f[name]); err != nil {
			return err
		}
	}
	if err := w.Close(); err != nil {
		return err
	}
	return os.WriteFile(file, b.Bytes(), 0o644)
}
