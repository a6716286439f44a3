package script

import (
	"math/rand/v2"
	"reflect"
	"strings"
	"testing"
)

// TestBlankCommentLinesStay, wherever they stand and however many there are.
func TestBlankCommentLinesStay(t *testing.T) {
	for _, src := range []string{
		"#\nclient SSL_shutdown\n",
		"client SSL_shutdown\n\n#\nserver SSL_shutdown\n",
		"# a\n#\n#\n# b\n#\nclient SSL_shutdown\n",
		"#\n#\n# a\nclient SSL_shutdown\n",
		"#\n#\n\nclient SSL_shutdown\n\n#\n",
		"client SSL_shutdown\n\n#\n#\n",
	} {
		s, err := Parse(src)
		if err != nil {
			t.Fatal(err)
		}
		if got := s.String(); got != src {
			t.Errorf("%q becomes %q", src, got)
		}
	}
}

// TestNoCommentLineIsLost puts random texts together, and counts.
func TestNoCommentLineIsLost(t *testing.T) {
	pieces := []string{"#\n", "#\n", "# a\n", "#   b  \n", "\n", "client SSL_shutdown\n", "server SSL_read 5 # c\n", "client SSL_free #\n",
		"#[openssl-3.0] d\n", "client SSL_shutdown => 0 #[tls1.2] e\n", "version tls1.3\n"}
	for seed := range uint64(5000) {
		random := rand.New(rand.NewPCG(seed, 15))
		var src strings.Builder
		for range 1 + random.IntN(12) {
			src.WriteString(pieces[random.IntN(len(pieces))])
		}
		s, err := Parse(src.String())
		if err != nil && strings.Contains(src.String(), "version") {
			continue // the directive stands twice, or after a step
		}
		if err != nil {
			t.Fatal(err)
		}
		text := s.String()
		if strings.Count(text, "#") != strings.Count(src.String(), "#") {
			t.Fatalf("%q becomes %q", src.String(), text)
		}
		again, err := Parse(text)
		if err != nil || again.String() != text {
			t.Fatalf("%q is read as %q, %v", text, again.String(), err)
		}
	}
}

func TestJoinNote(t *testing.T) {
	for _, lines := range [][]string{nil, {""}, {"", ""}, {"a"}, {"", "a", ""}, {"a", "", "", "b"}} {
		note := JoinNote(lines)
		if got := SplitNote(note); !reflect.DeepEqual(got, lines) || (note == "") != (lines == nil) {
			t.Errorf("%q becomes %q, and that %q", lines, note, got)
		}
	}
}
