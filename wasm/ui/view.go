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

// of is the view of a piece of the Scene.
func of(piece any) app.UI { return &view{Of: piece} }

// Render draws the piece.
func (v *view) Render() app.UI {
	switch piece := v.Of.(type) {
	case model.Header:
		return header(piece)
	case model.Story:
		return story(piece)
	case laneHeads:
		return heads(piece)
	case model.Ladder:
		return ladder(piece)
	case model.Row:
		return row(piece)
	case model.Forks:
		return turns(piece)
	case model.CallBar:
		return actions(piece)
	case model.Panels:
		return side(piece)
	case model.Dock:
		return dock(piece)
	case marks:
		return drawMarks(piece)
	case []model.Notice:
		return notices(piece)
	case helpText:
		return help(piece)
	case shareLink:
		return share(piece)
	case model.SavedScene:
		return saved(piece)
	}
	return el("div")
}
