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
// were made.
func withShippedText(s script.Script) script.Script {
	connection, ops := s.Config.Sparse(), s.Ops()
	bare := script.Script{Config: connection, Steps: make([]script.Step, len(ops))}
	for i, op := range ops {
		bare.Steps[i].Op = op
	}
	if first, _ := engine.ProfileFirstNamed(engine.DefaultProfile); connection.Profile == first.Name {
		connection.Profile = ""
	}
	for sc := range scenarios.All() {
		if sc.Script.Config == connection && slices.Equal(sc.Script.Ops(), ops) {
			setTexts(&bare, textsOf(&sc.Script))
			break
		}
	}
	return bare
}
