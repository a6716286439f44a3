package main

import (
	"os"
	"path/filepath"
	"testing"
)

func TestReadEquivalent(t *testing.T) {
	file := filepath.Join(t.TempDir(), "list.txt")
	for text, ok := range map[string]bool{
		"# Comment\n\n1:2 > -> <\n= Why\n= it is.\n": true,
		"1:2 > -> <\n":  false,
		"= No mutant\n": false,
	} {
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
		reasons, err := readEquivalent(file)
		if (err == nil) != ok {
			t.Errorf("%q: %v", text, err)
		}
		if ok && (len(reasons) != 1 || reasons["1:2 > -> <"] != "Why it is.") {
			t.Errorf("%q: %v", text, reasons)
		}
	}
}
