package link

import (
	"slices"

	"closenotify/engine/script"
	"closenotify/scenarios"
)

// withShippedText gives s the title, summary and narration of the shipped scenario that
// has its connection and its steps, or none if there is no such scenario. Shipped
// scenarios have no profile; when the first links were made, that meant openssl-3.5.7.
func withShippedText(s script.Script) script.Script {
	connection, ops := s.Config.Sparse(), s.Ops()
	bare := script.Script{Config: connection, Steps: make([]script.Step, len(ops))}
	for i, op := range ops {
		bare.Steps[i].Op = op
	}
	if connection.Profile == "openssl-3.5.7" {
		connection.Profile = ""
	}
	for _, sc := range scenarios.Library() {
		if sc.Script.Config == connection && slices.Equal(sc.Script.Ops(), ops) {
			setTexts(&bare, textsOf(&sc.Script))
			break
		}
	}
	return bare
}
