package engine

// The rules of a blocking BIO.
var (
	RuleSetNbio = &Rule{
		Name:     "set-nbio",
		Sentence: "The transport is non-blocking from now on: a call returns at once, and may have to be repeated.",
		Man:      "BIO_s_connect(3)",
	}
	RuleClearNbio = &Rule{
		Name:     "clear-nbio",
		Sentence: "The transport blocks from now on: a call returns only when it has done its work.",
		Man:      "BIO_s_connect(3)",
		Advice:   "Set your own timeout; OpenSSL has none.",
	}
	RuleBlocks = &Rule{
		Name:     "blocks",
		Sentence: "The transport blocks, so the call does not return: it waits for bytes, or for room.",
		Man:      manLifecycle,
		Advice:   "Set your own timeout; OpenSSL has none.",
	}
	RuleBlocked = &Rule{
		Name:     "blocked",
		Sentence: "This peer is still in an earlier call and cannot make another.",
		Man:      manLifecycle,
	}
	RuleGoesOn = &Rule{
		Name:     "goes-on",
		Sentence: "The bytes or the room that a blocked call was waiting for are there, or the transport has failed, so the call returns.",
		Man:      manLifecycle,
	}
	RuleDeadlock = &Rule{
		Name:     "deadlock",
		Sentence: "Each peer waits in a call for something that only the other can do, and nothing is in flight: a deadlock. Only the network can end it.",
		Man:      manLifecycle,
		Advice:   "Never let both peers block in SSL_write, or both in SSL_read. Two blocking SSL_shutdown calls alone never deadlock.",
	}
)
