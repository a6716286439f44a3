package link

import "closenotify/engine"

// format1Pair is the transport that has a size.
const format1Pair = "bio-pair"

// The numbers of format 1, which is no longer written: places in these lists, from 0.
// They never change. The numbers of profiles are in package engine.
var (
	format1Versions   = []engine.Version{engine.TLS13, engine.TLS12}
	format1Starts     = []string{"established", "tickets", "before"}
	format1Transports = []string{"socket", format1Pair, "memory", "buffered"}

	format1Calls = []engine.Verb{
		engine.VerbShutdown, engine.VerbRead, engine.VerbWrite, engine.VerbPeek,
		engine.VerbSetShutdown, engine.VerbSetQuietShutdown, engine.VerbFree,
		engine.VerbDoHandshake, engine.VerbClear, engine.VerbRenegotiate, engine.VerbKeyUpdate,
		engine.VerbSetOptions, engine.VerbClearMode, engine.VerbSetNbio, engine.VerbClose, engine.VerbKeepErrors,
	}
	format1Network = []engine.Verb{
		engine.VerbHold, engine.VerbDeliver, engine.VerbCapacity, engine.VerbFIN, engine.VerbReset,
		engine.VerbBroken, engine.VerbTruncate, engine.VerbCorrupt, engine.VerbInjectAlert,
	}

	// format1Arguments are the verbs that a number follows.
	format1Arguments = []engine.Verb{
		engine.VerbRead, engine.VerbWrite, engine.VerbPeek,
		engine.VerbSetShutdown, engine.VerbSetQuietShutdown,
		engine.VerbKeyUpdate, engine.VerbSetOptions, engine.VerbClearMode,
		engine.VerbKeepErrors, engine.VerbSetNbio,
		engine.VerbDeliver, engine.VerbCapacity,
	}
)
