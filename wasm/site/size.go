package site

import (
	"errors"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"strconv"
)

// CompareSize prints the sizes of two programs, in bytes, as they are and compressed
// with brotli at quality 11. It returns an error if the client, compressed, is larger
// than limit times the floor.
func CompareSize(out io.Writer, floorFile, clientFile string, limit float64) error {
	sizes, err := packedSizes(floorFile, clientFile)
	if err != nil {
		return err
	}
	floor, client := sizes[0], sizes[1]
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

// Budget says how large a program may be.
type Budget struct {
	Name, File string
	Limit      int64 // bytes, compressed
}

// CheckSizes prints the sizes of programs, as CompareSize does. It returns an error if one of them,
// compressed, is over its budget.
func CheckSizes(out io.Writer, budgets ...Budget) error {
	files := make([]string, len(budgets))
	for i, b := range budgets {
		files[i] = b.File
	}
	sizes, err := packedSizes(files...)
	if err != nil {
		return err
	}
	for i, b := range budgets {
		fmt.Fprintf(out, "%-22s %10d %10d, at most %d\n", b.Name, sizes[i].raw, sizes[i].packed, b.Limit)
		if sizes[i].packed > b.Limit {
			err = errors.Join(err, fmt.Errorf("%s is over its size budget: %d bytes, where %d are allowed", b.Name, sizes[i].packed, b.Limit))
		}
	}
	return err
}

type programSize struct{ raw, packed int64 }

// packedSizes returns the sizes of files and those of compressed copies.
func packedSizes(files ...string) ([]programSize, error) {
	dir, err := os.MkdirTemp("", "size-*")
	if err != nil {
		return nil, err
	}
	defer os.RemoveAll(dir)
	sizes, names := make([]programSize, len(files)), make([]string, len(files))
	for i, file := range files {
		data, err := os.ReadFile(file)
		if err != nil {
			return nil, err
		}
		names[i], sizes[i].raw = strconv.Itoa(i), int64(len(data))
		if err := os.WriteFile(filepath.Join(dir, names[i]), data, 0o644); err != nil {
			return nil, err
		}
	}
	if err := brotliFiles(dir, names); err != nil {
		return nil, err
	}
	for i, name := range names {
		info, err := os.Stat(filepath.Join(dir, name+".br"))
		if err != nil {
			return nil, err
		}
		sizes[i].packed = info.Size()
	}
	return sizes, nil
}
