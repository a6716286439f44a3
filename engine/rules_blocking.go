package engine

// The rules of a blocking BIO.
var (
	RuleSetNbio = &Rule{
		Name:     "set-nbio",
		Sentence: "With 0 the transport blocks from now on: a call returns only when it has done its work. With 1 a call returns at once, and may have to be repeated.",
		Man:      "BIO_s_connect(3)",
	}
	RuleBlocks = &Rule{
		Name:     "blocks",
		Sentence: "The transport blocks, so the call does not return: it waits for bytes, or for room.",
		Man:      manLifecycle,
		Advice:   "Give the socket a time limit. The library has none of its own.",
	}
	RuleBlocked = &Rule{
		Name:     "blocked",
		Sentence: "This peer is still in an earlier call and cannot make another.",
		Man:      manLifecycle,
	}
	RuleGoesOn = &Rule{
		Name:     "goes-on",
		Sentence: "What a blocked call was waiting for has arrived, and the call returns.",
		Man:      manLifecycle,
	}
	RuleDeadlock = &Rule{
		Name:     "deadlock",
		Sentence: "Each peer waits in a call for something that only the other can do, and nothing is in flight: a deadlock. Only the network can end it.",
		Man:      manLifecycle,
		Advice:   "Do not let both peers only write, or both only read. Two blocking calls of SSL_shutdown alone never deadlock.",
	}
)
