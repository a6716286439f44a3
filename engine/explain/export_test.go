package explain

import (
	"maps"
	"slices"
)

// AllAdvice is every piece of advice that there is.
func AllAdvice() []Advice {
	list := []Advice{
		adviceHalfDone, adviceBothClosed, adviceFlagWithoutEnd, adviceAfterFatalError, adviceNothingAsked,
		adviceSilentEOF, adviceNoCloseNotify, adviceReadOn, adviceNoErrorNoted,
	}
	list = slices.AppendSeq(list, maps.Values(adviceByError))
	return slices.AppendSeq(list, maps.Values(adviceByReason))
}

// MaxReplayedSteps is how many steps CausingSteps plays at most.
const MaxReplayedSteps = maxReplayedSteps
