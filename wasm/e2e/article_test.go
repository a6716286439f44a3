package e2e

import (
	"bytes"
	"context"
	"io/fs"
	"os"
	"regexp"
	"strings"
	"testing"

	"github.com/chromedp/cdproto/page"
	"github.com/chromedp/chromedp"
)

// articles are the addresses of the pages that do without the program.
func articles(t *testing.T) []string {
	t.Helper()
	var paths []string
	for _, folder := range []string{"lessons", "reference", "inventory", "class"} {
		files, err := fs.Glob(os.DirFS(dist), folder+"/*.html")
		if err != nil || len(files) == 0 {
			t.Fatalf("no pages in %s (%v)", folder, err)
		}
		for _, file := range files {
			paths = append(paths, "/"+strings.TrimSuffix(strings.TrimSuffix(file, ".html"), "index"))
		}
	}
	return paths
}

// TestArticlesAreAccessible looks at every page of the reference, the catalogue, and every fifth
// lesson, in both themes and on a phone. None is wider than its window.
func TestArticlesAreAccessible(t *testing.T) {
	b := newBrowser(t)
	for i, path := range articles(t) {
		if strings.HasPrefix(path, "/lessons/") && i%5 != 0 {
			continue
		}
		b.setTheme([]string{"light", "dark"}[i/5%2])
		b.resize([]int64{1440, 390, 320}[i/5%3], 900)
		b.visit(path)
		b.wait(`document.readyState === "complete"`)
		b.loadAxe()
		b.checkAccessible(path)
		if wide := b.overflow(); wide > 0 {
			t.Errorf("%s is %d pixels wider than its window", path, wide)
		}
	}
}

// TestLessonsPrintOnTwoPages prints every lesson on A4.
func TestLessonsPrintOnTwoPages(t *testing.T) {
	b := newBrowser(t)
	pageObject := regexp.MustCompile(`/Type\s*/Page\b[^s]`)
	for _, path := range articles(t) {
		if !strings.HasPrefix(path, "/lessons/") || path == "/lessons/" {
			continue
		}
		b.visit(path)
		b.wait(`document.readyState === "complete"`)
		var pdf []byte
		b.do(chromedp.ActionFunc(func(ctx context.Context) (err error) {
			pdf, _, err = page.PrintToPDF().WithPaperWidth(8.27).WithPaperHeight(11.69).WithPreferCSSPageSize(false).Do(ctx)
			return err
		}))
		if n := len(pageObject.FindAll(bytes.TrimSpace(pdf), -1)); n < 1 || n > 2 {
			t.Errorf("%s takes %d pages", path, n)
		}
	}
}

// TestArticlesLoadNoProgram: a page that is read asks for nothing but its style and its icons.
func TestArticlesLoadNoProgram(t *testing.T) {
	b := newBrowser(t)
	b.visit("/lessons/zero-is-not-an-error")
	b.wait(`document.readyState === "complete"`)
	for _, name := range evaluate[[]string](b, `performance.getEntriesByType("resource").map(r => r.name)`) {
		if strings.Contains(name, ".wasm") || strings.Contains(name, "app.js") {
			t.Errorf("the page of a lesson loads %s", name)
		}
	}
}

// TestDrawingsFit: each drawing on a page is shown in one form, a phone's or the wide one, and needs
// no scrolling sideways.
func TestDrawingsFit(t *testing.T) {
	b := newBrowser(t)
	for _, path := range []string{"/lessons/zero-is-not-an-error", "/lessons/blocking-deadlock", "/inventory/a", "/embed/half-close"} {
		for width, want := range map[int64]string{1440: "720", 768: "720", 390: "360", 320: "360"} {
			b.resize(width, 900)
			b.visit(path)
			b.wait(`document.readyState === "complete"`)
			shown := evaluate[[]string](b, `[...document.querySelectorAll(".ladder, #drawing")].map(figure =>
				[...figure.querySelectorAll("svg")].filter(e => e.checkVisibility()).map(e => e.getAttribute("width"))
					+ " pixels wide, cut off: " + Math.max(0, figure.scrollWidth - figure.clientWidth))`)
			if len(shown) == 0 {
				t.Errorf("%s has no drawing", path)
			}
			for _, got := range shown {
				if got != want+" pixels wide, cut off: 0" {
					t.Errorf("%s at %d pixels: %s", path, width, got)
				}
			}
		}
	}
}
