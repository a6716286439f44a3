package site

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
)

// CompareSize prints the sizes of two programs, in bytes, as they are and compressed
// with brotli at quality 11. It returns an error if the client, compressed, is larger
// than limit times the floor.
func CompareSize(out io.Writer, floorFile, clientFile string, limit float64) error {
	floor, err1 := packedSize(floorFile)
	client, err2 := packedSize(clientFile)
	if err := errors.Join(err1, err2); err != nil {
		return err
	}
	fmt.Fprintf(out, "%-22s %10s %10s\n", "", "raw", "brotli 11")
	fmt.Fprintf(out, "%-22s %10d %10d\n", "go-app's hello world", floor.raw, floor.packed)
	fmt.Fprintf(out, "%-22s %10d %10d\n", "the playground", client.raw, client.packed)
	ratio := float64(client.packed) / float64(floor.packed)
	fmt.Fprintf(out, "ratio %.3f, at most %.2f\n", ratio, limit)
	if ratio > limit {
		return fmt.Errorf("the client is over its size budget: %.3f times go-app's hello world, where %.2f is allowed", ratio, limit)
	}
	return nil
}

// CheckSize prints the size of a program of that name, as CompareSize does. It returns an error if
// the program, compressed, has more bytes than the limit.
func CheckSize(out io.Writer, name, file string, limit int64) error {
	size, err := packedSize(file)
	if err != nil {
		return err
	}
	fmt.Fprintf(out, "%-22s %10d %10d, at most %d\n", name, size.raw, size.packed, limit)
	if size.packed > limit {
		return fmt.Errorf("%s is over its size budget: %d bytes, where %d are allowed", name, size.packed, limit)
	}
	return nil
}

type programSize struct{ raw, packed int64 }

// packedSize returns the size of a file and that of a compressed copy.
func packedSize(file string) (programSize, error) {
	var size programSize
	data, err := os.ReadFile(file)
	if err != nil {
		return size, err
	}
	dir, err := os.MkdirTemp("", "size-*")
	if err != nil {
		return size, err
	}
	defer os.RemoveAll(dir)
	if err := os.WriteFile(filepath.Join(dir, "app.wasm"), data, 0o644); err != nil {
		return size, err
	}
	if err := brotliFiles(dir, []string{"app.wasm"}); err != nil {
		return size, err
	}
	info, err := os.Stat(filepath.Join(dir, "app.wasm.br"))
	if err != nil {
		return size, err
	}
	return programSize{int64(len(data)), info.Size()}, nil
}
