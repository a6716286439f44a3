package site

import (
	"errors"
	"fmt"
	"net/http"
	"net/http/httptest"
	"strings"

	"github.com/maxence-charriere/go-app/v9/pkg/app"
)

// resources tells go-app where a build's files are, so that "/web/x" in a component
// means x of its own build.
type resources struct{ build string }

func (resources) Package() string   { return "" }
func (r resources) Static() string  { return r.build }
func (r resources) AppWASM() string { return r.build + "/web/app.wasm" }

// A prerenderer renders what the client will show first at an address.
type prerenderer struct{ handler *app.Handler }

func newPrerenderer(a assets) prerenderer {
	// Without icons go-app would use remote ones. Neither the icons nor the version
	// get into our page.
	icon := app.Icon{Default: "/icon-192.png", Large: "/icon-512.png", SVG: "/icon.svg"}
	return prerenderer{&app.Handler{Name: "close_notify", Icon: icon, Version: a.id, Resources: resources{"/" + a.folder()}}}
}

// render returns the HTML of the component routed at path.
//
// The rest of go-app's page is left out. Its head forbids zooming, names the address
// of the machine that rendered it, and has no place for the loader of this page.
func (p prerenderer) render(path string) (string, error) {
	answer := httptest.NewRecorder()
	p.handler.ServeHTTP(answer, httptest.NewRequest(http.MethodGet, path, nil))
	if answer.Code != http.StatusOK {
		return "", fmt.Errorf("rendering %s: status %d", path, answer.Code)
	}
	content, err := cutContent(answer.Body.String())
	if err != nil {
		return "", fmt.Errorf("rendering %s: %w", path, err)
	}
	tidied, err := tidy(content)
	if err != nil {
		return "", fmt.Errorf("rendering %s: %w", path, err)
	}
	return strings.TrimSpace(tidied), nil
}

// cutContent returns the part of go-app's page between the start of the body and
// go-app's loader, which is the last aside element.
func cutContent(page string) (string, error) {
	_, body, ok := strings.Cut(page, "<body>")
	end := strings.LastIndex(body, "<aside")
	if !ok || end < 0 || !strings.Contains(body[end:], "app-wasm-loader") {
		return "", errors.New("go-app's page has an unknown form")
	}
	return body[:end], nil
}
