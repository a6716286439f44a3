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
	newest, _ := engine.ProfileNamed(engine.DefaultProfile)
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
		elem("p", "Each release behaves here as the real library did in thousands of recorded scripts. A name without a patch number, such as "+newest.Label()+", stands for the newest recorded patch, "+newest.Patch+"."),
		elem("dl.releases", entries),
		elem("p", "The version number alone does not tell you, because distributions backport changes. To compare the library on your own machine, run ", elem("code", "make fresh"), " in the source tree."),
		elem("p", "The Compare panel plays the same steps with two releases and says what they do differently."))
}

// confirmation says what was recorded, and when.
func confirmation(p engine.Profile) []app.UI {
	return []app.UI{app.Text("Recorded with " + p.Patch + " on "), elem("span.day", p.Confirmed), app.Text(".")}
}
