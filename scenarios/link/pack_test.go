package link

import (
	"math/rand/v2"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// programScripts are scripts with programs, by file.
func programScripts(t testing.TB) map[string]string {
	files, err := filepath.Glob("../../engine/testdata/programs/*.txt")
	if err != nil || len(files) == 0 {
		t.Fatalf("no scripts (%v)", err)
	}
	texts := map[string]string{}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		texts[filepath.Base(file)] = string(text)
	}
	return texts
}

// TestPackedTextsComeBack, whatever is in them.
func TestPackedTextsComeBack(t *testing.T) {
	texts := []string{"", "a", "\x00", "\xff\xff\xff", strings.Repeat("client next\n", 1000), primer}
	for name, text := range programScripts(t) {
		if strings.HasPrefix(name, "starter") {
			continue // they are in the primer
		}
		texts = append(texts, text)
	}
	random := rand.New(rand.NewPCG(1, 2))
	for n := range 30 {
		b := make([]byte, 2*n*n)
		for i := range b {
			b[i] = byte(random.Uint32() >> (n % 25))
		}
		texts = append(texts, string(b))
	}
	for _, text := range texts {
		packed := pack(text)
		if got, ok := unpack(packed, len(text)); got != text || !ok {
			t.Errorf("%.40q of %d bytes came back as %.40q, %v", text, len(text), got, ok)
		}
		if again, ok := unpack(packed+"B", len(text)); again == text && ok {
			t.Errorf("%.40q can be written in two ways", text)
		}
	}
}

func BenchmarkPack(b *testing.B) {
	text := programScripts(b)["starter-recommended-close-1.txt"]
	for b.Loop() {
		pack(text)
	}
}

// BenchmarkPackRun is a program that has spun for 1,000 steps.
func BenchmarkPackRun(b *testing.B) {
	text := programScripts(b)["starter-while-negative-1.txt"] + strings.Repeat("client next\n", 1000)
	for b.Loop() {
		pack(text)
	}
}
