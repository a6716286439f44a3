package sheet

import (
	"strings"

	"closenotify/engine"
	"closenotify/scenarios/predict"
)

// answerOf is an answer in the words of a trace.
func answerOf(a predict.Answer) Answer {
	var written Answer
	switch a.Aspect {
	case predict.Returns, predict.Peer:
		if written.Blocked = a.Waits; a.Waits {
			break
		}
		written.Ret = &a.Ret
		if a.Ex {
			written.Bytes = &a.Bytes
		}
		if a.Aspect == predict.Peer {
			written.Error = a.Error.String()
		}
	case predict.Error:
		written.Error = a.Error.String()
	case predict.Flags:
		written.Client = &Change{a.Set[engine.Client].String(), a.Cleared[engine.Client].String()}
		written.Server = &Change{a.Set[engine.Server].String(), a.Cleared[engine.Server].String()}
	case predict.Wire:
		if a.Sent != "" {
			written.Sent = strings.Split(a.Sent, ",")
		}
	case predict.Means:
		written.Meaning = a.Meaning.String()
	}
	return written
}
