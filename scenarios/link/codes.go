package link

import "closenotify/engine"

// pairTransport is the transport whose size the script gives.
const pairTransport = "bio-pair"

// The codes of the packed link. A link that was given out is read for ever: add
// at the end, never renumber.
var (
	linkProfiles   = []string{"openssl-1.1.1", "openssl-3.0.20", "openssl-3.5.7", "openssl-3.6", "openssl-3.5", "openssl-3.0"} // 3 bits
	linkVersions   = []engine.Version{engine.TLS13, engine.TLS12}                                                              // 1 bit
	linkStarts     = []string{"established", "tickets", "before"}                                                              // 2 bits
	linkTransports = []string{"socket", pairTransport, "memory", "buffered"}                                                   // 2 bits; the size of a pair follows

	// 4 bits each.
	linkCalls = []engine.Verb{
		engine.VerbShutdown, engine.VerbRead, engine.VerbWrite, engine.VerbPeek,
		engine.VerbSetShutdown, engine.VerbSetQuietShutdown, engine.VerbFree,
		engine.VerbDoHandshake, engine.VerbClear, engine.VerbRenegotiate, engine.VerbKeyUpdate,
		engine.VerbSetOptions, engine.VerbClearMode, engine.VerbSetNbio, engine.VerbClose, engine.VerbKeepErrors,
	}
	linkNetwork = []engine.Verb{
		engine.VerbHold, engine.VerbDeliver, engine.VerbCapacity, engine.VerbFIN, engine.VerbReset,
		engine.VerbBroken, engine.VerbTruncate, engine.VerbCorrupt, engine.VerbInjectAlert,
	}

	// linkNumbered are the verbs that a number follows.
	linkNumbered = []engine.Verb{
		engine.VerbRead, engine.VerbWrite, engine.VerbPeek,
		engine.VerbSetShutdown, engine.VerbSetQuietShutdown,
		engine.VerbKeyUpdate, engine.VerbSetOptions, engine.VerbClearMode,
		engine.VerbKeepErrors, engine.VerbSetNbio,
		engine.VerbDeliver, engine.VerbCapacity,
	}
)
