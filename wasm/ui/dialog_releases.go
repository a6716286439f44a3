package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine"
	"closenotify/wasm/ui/model"
)

// releasesScene is the dialog about the releases, which never changes.
type releasesScene struct{}

// releasesDialog says which release to choose for which library.
func releasesDialog(releasesScene) app.UI {
	var entries []app.UI
	for _, p := range model.ReleasesByLine() {
		class := ""
		if p.Series() != p.Name {
			class = ".older"
		}
		entries = append(entries, elem("dt"+class, p.Label()), elem("dd"+class, elem("p", p.Use), elem("p.quiet", confirmation(p))))
	}
	return elem("div.dialog-body",
		dialogTitle("releases", "Which release is mine?"),
		elem("p", "Each of these behaves as the real library did in thousands of recorded scripts. The name of a line of releases means its newest recorded patch."),
		elem("dl.releases", entries),
		elem("p", "The number alone does not decide: distributions carry changes back to older patches. ", elem("code", "make fresh"), " in the source compares the library of your own machine."),
		elem("p", "Compare, among the panels, shows the same steps with two releases and names what parts them."))
}

// confirmation says what was recorded, and when.
func confirmation(p engine.Profile) string {
	return "Recorded with " + p.Patch + " on " + p.Confirmed + "."
}
