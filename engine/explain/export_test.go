package explain

import (
	"maps"
	"slices"

	"closenotify/engine"
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

// MaxReplayed is how many steps CausingSteps plays at most for a step.
func MaxReplayed(s engine.Step) int {
	if ToneOf(s) == ToneFatal {
		return maxReplayedOfFailure
	}
	return maxReplayedSteps
}
