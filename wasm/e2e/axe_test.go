package e2e

import (
	"os"
	"path/filepath"
	"slices"
	"testing"

	"github.com/chromedp/cdproto/emulation"
	"github.com/chromedp/chromedp/kb"

	"closenotify/scenarios/library"
)

// loadAxe loads axe-core, which `make axe` installs, into the page.
func (b *browser) loadAxe() {
	b.t.Helper()
	source, err := os.ReadFile(filepath.Join(root, "build", "npm", "node_modules", "axe-core", "axe.min.js"))
	if err != nil {
		b.t.Fatalf("%v (make axe fetches it)", err)
	}
	b.run("(() => {" + string(source) + "\n})()")
}

// checkAccessible fails for each rule of WCAG 2.2 AA that the page breaks now, as far as
// axe-core can tell.
func (b *browser) checkAccessible(view string) {
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

// setTheme has the system prefer a theme and reduced motion.
func (b *browser) setTheme(name string) {
	b.t.Helper()
	b.setMedia("prefers-color-scheme", name, "prefers-reduced-motion", "reduce")
}

// setMedia has the system report media features, given as pairs of a name and a value.
func (b *browser) setMedia(pairs ...string) {
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
			b.setTheme(theme)
			b.resize(width, 900)
			b.open("/s/data-after-close-notify")
			b.loadAxe()
			b.checkAccessible("start")
			b.press(kb.End)
			b.click(".client .pill")
			for _, pane := range panes {
				b.openPane(pane)
				b.wait("document.querySelector('#panel-" + pane + "')")
				b.checkAccessible(pane)
			}
			b.click(button("back"))
			b.waitStep(5, 6)
			b.click(button("act server SSL_write 10"))
			b.wait(`document.querySelector(".fork.on")`)
			b.checkAccessible("branches")
		})
	}
}

// TestAxeFindsNothingInScenarios looks at every sixth shipped scenario, each with another
// panel, theme and width, at the end and one step before.
func TestAxeFindsNothingInScenarios(t *testing.T) {
	b := newBrowser(t)
	all := library.All()
	for i := range len(all) / 6 {
		s := all[6*i]
		b.setTheme([]string{"light", "dark"}[i%2])
		b.resize([]int64{1440, 390, 768}[i%3], 900)
		b.open("/s/" + s.Name)
		b.loadAxe()
		b.press(kb.End)
		pane := panes[i%len(panes)]
		b.openPane(pane)
		b.wait("document.querySelector('#panel-" + pane + "')")
		b.checkAccessible(s.Name + " at its end, " + pane)
		b.press(kb.ArrowLeft)
		b.click(".server .pill")
		b.checkAccessible(s.Name + " a step before, " + pane)
	}
}

func TestAxeFindsNothingInMenusAndDialogs(t *testing.T) {
	b := newBrowser(t)
	b.setTheme("dark")
	b.open("/")
	b.loadAxe()
	b.press("c")
	b.wait(`document.activeElement.getAttribute("role") === "menuitem"`)
	b.checkAccessible("menu")
	b.press(kb.Escape)
	for _, dialog := range []string{"show-dialog help", "show-dialog releases", "share", "show-dialog saved"} {
		if dialog == "show-dialog releases" {
			b.choose("#profile", "which")
		} else {
			b.click(button(dialog))
		}
		b.wait(`document.querySelector("dialog[open]")`)
		b.checkAccessible(dialog)
		b.press(kb.Escape)
		b.wait(`!document.querySelector("dialog[open]")`)
	}
}
