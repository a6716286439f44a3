package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// view draws a piece of the Scene, and draws it again only when the piece has
// changed: go-app compares exported fields. The piece's type says how it looks.
// There is one component for all of them because each costs the program as much
// as what it draws.
type view struct {
	app.Compo
	Of any
}

// viewOf is the view viewOf a piece viewOf the Scene.
func viewOf(piece any) app.UI { return &view{Of: piece} }

// Render draws the piece.
func (v *view) Render() app.UI {
	switch piece := v.Of.(type) {
	case model.Header:
		return pageHeader(piece)
	case model.Story:
		return storySection(piece)
	case headerScene:
		return laneHeaders(piece)
	case model.Ladder:
		return ladderRegion(piece)
	case model.Row:
		return ladderRow(piece)
	case model.Forks:
		return forkBar(piece)
	case model.CallBar:
		return callBar(piece)
	case model.Panels:
		return panelSection(piece)
	case model.Dock:
		return dockSection(piece)
	case sliderMarks:
		return marksAbove(piece)
	case []model.Notice:
		return notices(piece)
	case helpScene:
		return helpDialog(piece)
	case shareLink:
		return shareDialog(piece)
	case model.SavedScene:
		return savedDialog(piece)
	}
	return elem("div")
}
