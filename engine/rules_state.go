package engine

var stateRules = []Rule{
	{
		ID: RuleFreed, Name: "freed",
		Sentence: "This peer has been freed; there is nothing to call.",
		Man:      "SSL_free(3)",
	},
	{
		ID: RuleSetShutdown, Name: "set-shutdown",
		Sentence: "SSL_set_shutdown overwrites both flags. Nothing is sent, and nothing is checked.",
		Man:      manSetShutdown,
		Advice:   "It does not close anything for the peer. A SENT set this way keeps the session in the cache; a RECEIVED makes the next SSL_shutdown return 1 without waiting.",
	},
	{
		ID: RuleSetQuiet, Name: "set-quiet",
		Sentence: "With quiet shutdown on, SSL_shutdown sets both flags and writes nothing.",
		Man:      "SSL_CTX_set_quiet_shutdown(3)",
	},
	{
		ID: RuleSessionDropped, Name: "session-dropped",
		Sentence: "The connection was not closed properly, so its session leaves the peer's cache and can no longer be resumed.",
		Man:      "SSL_free(3), NOTES", RFC: "RFC 2246 §7.2.1, a rule that RFC 4346 took back",
		Advice: "Call SSL_shutdown once before SSL_free, even if you do not wait for the peer.",
	},
	{
		ID: RuleSessionKept, Name: "session-kept",
		Sentence: "SSL_SENT_SHUTDOWN is set, or the handshake is not finished, so the session stays as it is.",
		Man:      manShutdown + ", NOTES",
	},
	{
		ID: RuleFree, Name: "free",
		Sentence: "SSL_free gives the object back. It sends nothing: a close_notify that has not been sent never will be.",
		Man:      "SSL_free(3)",
	},
}
