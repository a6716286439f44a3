package ui

import (
	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// view draws a piece of the Scene, and draws it again only when the piece has changed: go-app
// compares exported fields. The type of the piece decides how it is drawn. One component
// serves all pieces, since each type of component makes the program larger.
type view struct {
	app.Compo
	Piece any
}

// viewOf is the view of a piece of the Scene.
func viewOf(piece any) app.UI { return &view{Piece: piece} }

// Render draws the piece.
func (v *view) Render() app.UI {
	switch piece := v.Piece.(type) {
	case model.Header:
		return pageHeader(piece)
	case model.Story:
		return storySection(piece)
	case model.ClosingCard:
		return closingCard(piece)
	case opening:
		return openingCard(piece)
	case headerRow:
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
	case releasesScene:
		return releasesDialog(piece)
	case model.ShareScene:
		return shareDialog(piece)
	case model.SavedScene:
		return savedDialog(piece)
	}
	return programView(v.Piece)
}

// programView draws a piece that belongs to a program, to a challenge or to a question.
func programView(piece any) app.UI {
	switch piece := piece.(type) {
	case model.AskCard:
		return askCard(piece)
	case model.PracticeScene:
		return practiceDialog(piece)
	case model.Programs:
		return programSection(piece)
	case model.ProgramScene:
		return programBox(piece)
	case model.ProgramDialog:
		return programDialog(piece)
	case model.Loading:
		return loadingBar(piece)
	case model.SourceLine:
		return sourceLine(piece)
	case model.ChallengeStrip:
		return challengeStrip(piece)
	case model.OrderedLines:
		return orderDialog(piece)
	}
	return elem("div")
}
