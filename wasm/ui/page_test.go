package ui

import (
	"strings"
	"testing"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/scenarios/library"
	"closenotify/wasm/ui/model"
)

// drawn is the page as the site generator draws it.
func drawn(t *testing.T) string {
	t.Helper()
	p := New(library.Shipped())
	d := app.NewServerTester(p)
	d.Consume()
	defer d.Close()
	return app.HTMLString(p)
}

func TestAPageWithoutTheProgramTellsEverything(t *testing.T) {
	html := drawn(t)
	m, _ := model.Update(model.New(library.Shipped()), model.Last{})
	lines := model.SceneOf(m).Panels.Transcript.Lines
	if len(lines) == 0 {
		t.Fatal("there is nothing to tell")
	}
	for _, l := range lines {
		if !strings.Contains(html, strings.ReplaceAll(l.Text, "'", "&#39;")) {
			t.Errorf("the page does not say: %s", l.Text)
		}
	}
}

// In HTML the presence of these attributes means yes, whatever their value.
func TestNoAttributeMeansYesByMistake(t *testing.T) {
	html := drawn(t)
	for _, wrong := range []string{` selected="false"`, ` disabled="false"`, ` hidden="false"`, ` open="false"`, ` readonly="false"`} {
		if strings.Contains(html, wrong) {
			t.Errorf("the page contains %s", wrong)
		}
	}
}

// TestUnmetExpectationsAreMarked in their lines, and listed below the script.
func TestUnmetExpectationsAreMarked(t *testing.T) {
	m, _ := model.Update(model.New(library.Shipped()), model.SetPane{Pane: model.PaneScript})
	m, _ = model.Update(m, model.EditScript{Text: strings.Repeat("client SSL_shutdown => 1\n", 7) + "server SSL_free\n"})
	html := app.HTMLString(&Page{model: m})
	if n := strings.Count(html, "line-unmet"); n != 7 {
		t.Errorf("%d lines are marked, want 7", n)
	}
	for _, want := range []string{"7\n8\n9\n", "--line:7", "Line 1: expected 1, got 0.", "And 4 more expectations that are not met."} {
		if !strings.Contains(html, want) {
			t.Errorf("the page has no %q", want)
		}
	}
}

func TestEveryPieceOfTheSceneIsDrawn(t *testing.T) {
	undrawn := app.HTMLString(viewOf(nil))
	m := model.New(library.Shipped())
	for _, msg := range []model.Msg{
		model.Last{}, model.Seek{At: 3}, model.SetPane{Pane: model.PaneState}, model.SetPane{Pane: model.PaneScript},
		model.EditScript{Text: "client SSL_raed"}, model.SetPane{Pane: model.PaneCode}, model.OpenMenu{Side: "network"},
		model.ShowDialog{Dialog: "saved"}, model.ShowDialog{Dialog: "help"}, model.Share{},
	} {
		m, _ = model.Update(m, msg)
		p := &Page{model: m}
		html := app.HTMLString(p)
		if strings.Contains(html, undrawn) || !strings.Contains(html, `id="slider"`) {
			t.Errorf("after %T something is not drawn", msg)
		}
	}
}
