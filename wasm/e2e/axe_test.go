package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"

	"closenotify/scenarios"
)

// axe gives the page axe-core, which `make axe` fetches.
func (b *browser) axe() {
	b.t.Helper()
	source, err := os.ReadFile(filepath.Join(root, "build", "npm", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		b.t.Fatalf("%v (make axe fetches it)", err)
	}
	evaluate[any](b, "(() => {"+string(source)+"\n})()")
}

// accessible fails for each rule of WCAG 2.2 AA that axe-core finds broken now.
func (b *browser) accessible(view string) {
	b.t.Helper()
	broken := evaluate[[]string](b, `(async () => {
		const found = await axe.run(document, {runOnly: ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]});
		if (found.passes.length < 12) throw new Error("axe has looked at " + found.passes.length + " rules only");
		return found.violations.flatMap(v => v.nodes.map(n => v.id + " at " + n.target + ": " + n.failureSummary));
	})()`)
	for _, s := range broken {
		b.t.Errorf("%s: %s", view, s)
	}
}

// theme has the system prefer a theme, and no motion.
func (b *browser) theme(name string) {
	b.t.Helper()
	b.prefer("prefers-color-scheme", name, "prefers-reduced-motion", "reduce")
}

// prefer sets what the system prefers: media features and their values, in turns.
func (b *browser) prefer(pairs ...string) {
	b.t.Helper()
	var features []*emulation.MediaFeature
	for pair := range slices.Chunk(pairs, 2) {
		features = append(features, &emulation.MediaFeature{Name: pair[0], Value: pair[1]})
	}
	b.do(emulation.SetEmulatedMedia().WithFeatures(features))
}

var panes = []string{"why", "bytes", "state", "script", "code", "compare", "tree", "transcript"}

func TestAxeFindsNothing(t *testing.T) {
	for theme, width := range map[string]int64{"light": 1440, "dark": 390} {
		t.Run(theme, func(t *testing.T) {
			b := newBrowser(t)
			b.theme(theme)
			b.screen(width, 900)
			b.open("/s/data-after-close-notify")
			b.axe()
			b.accessible("start")
			b.press(kb.End)
			b.click(".client .pill")
			for _, pane := range panes {
				b.click(does("pane " + pane))
				b.wait("document.querySelector('#panel-" + pane + "')")
				b.accessible(pane)
			}
			b.click(does("back"))
			b.where(5, 6)
			b.click(does("act server SSL_write 10"))
			b.wait(`document.querySelector(".fork.on")`)
			b.accessible("branches")
		})
	}
}

// TestAxeFindsNothingInAnyScenario goes through all that are shipped, each with
// another panel, in another theme and width, at its end and in its middle.
func TestAxeFindsNothingInAnyScenario(t *testing.T) {
	b := newBrowser(t)
	for i, s := range scenarios.Library() {
		b.theme([]string{"light", "dark"}[i%2])
		b.screen([]int64{1440, 390, 768}[i%3], 900)
		b.open("/s/" + s.Name)
		b.axe()
		b.press(kb.End)
		pane := panes[i%len(panes)]
		b.click(does("pane " + pane))
		b.wait("document.querySelector('#panel-" + pane + "')")
		b.accessible(s.Name + " at its end, " + pane)
		b.press(kb.ArrowLeft)
		b.click(".server .pill")
		b.accessible(s.Name + " a step before, " + pane)
	}
}

func TestAxeFindsNothingInMenusAndDialogs(t *testing.T) {
	b := newBrowser(t)
	b.theme("dark")
	b.open("/")
	b.axe()
	b.press("c")
	b.wait(`document.activeElement.getAttribute("role") === "menuitem"`)
	b.accessible("menu")
	b.press(kb.Escape)
	for _, dialog := range []string{"show-dialog help", "share", "show-dialog saved"} {
		b.click(does(dialog))
		b.wait(`document.querySelector("dialog[open]")`)
		b.accessible(dialog)
		b.press(kb.Escape)
		b.wait(`!document.querySelector("dialog[open]")`)
	}
}
