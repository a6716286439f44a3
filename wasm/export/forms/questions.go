package forms

import (
	"closenotify/engine"
	"closenotify/engine/export"
	"closenotify/engine/script"
	"closenotify/scenarios/predict/explained"
	"closenotify/scenarios/predict/sheet"
)

// budgetOfQuestion is how many steps may be played to explain the choices of a question while somebody
// waits for it. A browser needs less than half a second for that. For the lessons, whose questions are
// made when the site is built, twelve times as many are played.
const budgetOfQuestion = 5_000

// writeQuestions makes the best questions about a script.
func writeQuestions(text string, start func(script.Script) (engine.World, error)) ([]byte, error) {
	p, err := export.PlayText(text, start)
	if err != nil {
		return nil, err
	}
	made := sheet.OfPlayed(p.Script, p.History, p.Path, budgetOfQuestion)
	return []byte(explained.New(made.Explained()).String()), nil
}
