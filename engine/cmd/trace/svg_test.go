package main

import (
	"os"
	"path/filepath"
	"strings"
	"testing"
)

// TestSVG draws a script from standard input, standing still and animated.
func TestSVG(t *testing.T) {
	const animation = "@keyframes"
	for _, animated := range []bool{false, true} {
		out := filepath.Join(t.TempDir(), "out.svg")
		var errs strings.Builder
		if status := runToFile("-svg", svgFormat(animated), out, nil, strings.NewReader("# A <title>\n\nclient SSL_shutdown\n"), &errs); status != 0 {
			t.Fatalf("status %d: %s", status, errs.String())
		}
		b, err := os.ReadFile(out)
		if err != nil {
			t.Fatal(err)
		}
		svg := string(b)
		if !strings.HasPrefix(svg, "<svg ") || !strings.Contains(svg, "<title>A &lt;title&gt;</title>") || !strings.Contains(svg, "SSL_shutdown() → 0") {
			t.Errorf("the file begins with %.300q", svg)
		}
		if strings.Contains(svg, animation) != animated {
			t.Errorf("animated %v, but the file has %s: %v", animated, animation, !animated)
		}
	}
}
