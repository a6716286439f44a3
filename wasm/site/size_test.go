package site

import (
	"math/rand"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestCompareSize(t *testing.T) {
	dir := t.TempDir()
	noise := make([]byte, 2000)
	rand.New(rand.NewSource(1)).Read(noise)
	program := func(name string, size int) string {
		file := filepath.Join(dir, name)
		if err := os.WriteFile(file, noise[:size], 0o644); err != nil {
			t.Fatal(err)
		}
		return file
	}
	floor, near, far := program("floor", 1000), program("near", 1100), program("far", 2000)
	var out strings.Builder
	if err := CompareSize(&out, floor, near, 1.15); err != nil || !strings.Contains(out.String(), "1.15") {
		t.Errorf("a client within its budget: %v\n%s", err, out.String())
	}
	if err := CompareSize(&out, floor, far, 1.15); err == nil {
		t.Error("a client of twice the size is within its budget")
	}
	if err := CompareSize(&out, floor, filepath.Join(dir, "none"), 1.15); err == nil {
		t.Error("no client is within its budget")
	}
	if err := CheckSizes(&out, Budget{"the compiler", far, 2100}); err != nil || !strings.Contains(out.String(), "2100") {
		t.Errorf("a compiler within its budget: %v\n%s", err, out.String())
	}
	if err := CheckSizes(&out, Budget{"the compiler", far, 1900}); err == nil {
		t.Error("a compiler over its budget is within it")
	}
	if err := CheckSizes(&out, Budget{"the compiler", filepath.Join(dir, "none"), 1}); err == nil {
		t.Error("no compiler is within its budget")
	}
}
