package engine

const (
	manAutoRetry    = "SSL_CTX_set_mode(3), SSL_MODE_AUTO_RETRY"
	manPartialWrite = "SSL_CTX_set_mode(3), SSL_MODE_ENABLE_PARTIAL_WRITE"
	manMovingBuffer = "SSL_CTX_set_mode(3), SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER"
)

// The rules of SSL_set_mode and SSL_clear_mode.
var (
	RuleSetAutoRetry = &Rule{
		Name:     "set-auto-retry",
		Sentence: "With SSL_MODE_AUTO_RETRY, which is on by default, a call goes on after a message that is not application data.",
		Man:      manAutoRetry,
	}
	RuleClearAutoRetry = &Rule{
		Name:     "clear-auto-retry",
		Sentence: "Without SSL_MODE_AUTO_RETRY a call returns after each message that is not application data.",
		Man:      manAutoRetry,
	}
	RuleSetPartialWrite = &Rule{
		Name:     "set-partial-write",
		Sentence: "With SSL_MODE_ENABLE_PARTIAL_WRITE a write returns as soon as one record has left, with the number of bytes in it.",
		Man:      manPartialWrite,
		Advice:   "Write in a loop: what a call has not written must be passed to the next one.",
	}
	RuleClearPartialWrite = &Rule{
		Name:     "clear-partial-write",
		Sentence: "Without SSL_MODE_ENABLE_PARTIAL_WRITE, which is OpenSSL's default, a write returns only when all its records have left.",
		Man:      manPartialWrite,
	}
	RuleSetMovingBuffer = &Rule{
		Name:     "set-moving-buffer",
		Sentence: "With SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER a write may be repeated from another address, if the bytes there are the same.",
		Man:      manMovingBuffer,
	}
	RuleClearMovingBuffer = &Rule{
		Name:     "clear-moving-buffer",
		Sentence: "Without SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER, which is OpenSSL's default, a write must be repeated from the same address, or it fails with \"bad write retry\". The peers here always pass the same address.",
		Man:      manMovingBuffer,
	}
)
