package link

import (
	"slices"

	"closenotify/engine"
	"closenotify/engine/script"
	"closenotify/scenarios"
)

// withShippedText gives s the title, summary and narration of the shipped scenario that
// has its connection and its steps, or none if there is no such scenario. Shipped
// scenarios have no profile, which means another patch today than when the first links
// were made. The error is scenarios.ErrNotFetched if the library is not complete: any scenario may
// be that one.
func withShippedText(lib scenarios.Library, s script.Script) (script.Script, error) {
	if !lib.IsComplete() {
		return script.Script{}, scenarios.ErrNotFetched
	}
	connection, ops := s.Config.Sparse(), s.Ops()
	bare := script.Script{Config: connection, Steps: make([]script.Step, len(ops))}
	for i, op := range ops {
		bare.Steps[i].Op = op
	}
	if first, _ := engine.ProfileFirstNamed(engine.DefaultProfile); connection.Profile == first.Name {
		connection.Profile = ""
	}
	for sc := range lib.All() {
		if sc.Script.Config == connection && slices.Equal(sc.Script.Ops(), ops) {
			setTexts(&bare, textsOf(&sc.Script))
			break
		}
	}
	return bare, nil
}
