package engine

// The rules of a blocking BIO.
var (
	RuleSetNbio = &Rule{
		Name:     "set-nbio",
		Sentence: "With 0 the transport blocks from now on: a call returns only when it has done its work. With 1 it returns at once and may want a retry.",
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
		Sentence: "This peer is still in an earlier call and can make no other.",
		Man:      manLifecycle,
	}
	RuleGoesOn = &Rule{
		Name:     "goes-on",
		Sentence: "What a blocked call was waiting for has come, and the call returns.",
		Man:      manLifecycle,
	}
	RuleDeadlock = &Rule{
		Name:     "deadlock",
		Sentence: "Both peers wait in a call for something that only the other could do, and nothing is on its way: a deadlock. Nothing but the network will end it.",
		Man:      manLifecycle,
		Advice:   "Do not let both sides write, or both sides read, without an end. Two blocking calls of SSL_shutdown alone never come to this.",
	}
)
