package e2e

import (
	"net/http"
	"net/http/httptest"
	"path/filepath"
	"testing"

	"closenotify/wasm/site"
)

// serve serves the site on a free port until the test ends. The wrappers are put around
// its handler, to delay or to replace answers.
func serve(t testing.TB, wrappers ...func(http.Handler) http.Handler) *httptest.Server {
	t.Helper()
	rules, err := site.ReadHeaderRules(filepath.Join(root, "netlify.toml"))
	if err != nil {
		t.Fatal(err)
	}
	handler := site.NewHandler(dist, rules)
	for _, wrap := range wrappers {
		handler = wrap(handler)
	}
	server := httptest.NewServer(handler)
	t.Cleanup(server.Close)
	return server
}
