package site

import (
	"bufio"
	"context"
	"io"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
)

func TestServeSaysWhereItIsAndEnds(t *testing.T) {
	dir := t.TempDir()
	if err := os.WriteFile(filepath.Join(dir, "index.html"), []byte("front"), 0o644); err != nil {
		t.Fatal(err)
	}
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error)
	said, out := io.Pipe()
	go func() { ended <- Serve(ctx, dir, "../../netlify.toml", "0", out) }()
	line, err := bufio.NewReader(said).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	_, address, ok := strings.Cut(strings.TrimSpace(line), " at ")
	if !ok {
		t.Fatalf("Serve says %q, which has no address", line)
	}
	answer, err := http.Get(address)
	if err != nil {
		t.Fatal(err)
	}
	defer answer.Body.Close()
	if body, err := io.ReadAll(answer.Body); err != nil || string(body) != "front" {
		t.Errorf("%s answers %q, %v", address, body, err)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("Serve ends with %v", err)
	}
}

func TestServeReportsWhatIsMissing(t *testing.T) {
	for _, test := range []struct{ dir, config, port, want string }{
		{"no-such-dir", "../../netlify.toml", "0", "no site"},
		{".", "no-such-file", "0", "no-such-file"},
		{".", "doc.go", "0", "doc.go: no [[headers]]"},
		{".", "../../netlify.toml", "-1", "PORT"},
	} {
		err := Serve(context.Background(), test.dir, test.config, test.port, io.Discard)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v", test, err)
		}
	}
}
