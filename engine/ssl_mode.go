package engine

// mode is a set of modes (s->mode). Here all three are on at first. OpenSSL's own default is
// SSL_MODE_AUTO_RETRY alone (SSL_CTX_set_mode(3)).
type mode uint8

const (
	modeAutoRetry               mode = 1 << iota // SSL_MODE_AUTO_RETRY
	modeEnablePartialWrite                       // SSL_MODE_ENABLE_PARTIAL_WRITE
	modeAcceptMovingWriteBuffer                  // SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER

	allModes = modeAutoRetry | modeEnablePartialWrite | modeAcceptMovingWriteBuffer
)

// has reports whether all of n is set in m.
func (m mode) has(n mode) bool { return m&n == n }

// modeRules are the rules of each mode, by the number of its bit.
var modeRules = [...]struct{ set, cleared *Rule }{
	{RuleSetAutoRetry, RuleClearAutoRetry},
	{RuleSetPartialWrite, RuleClearPartialWrite},
	{RuleSetMovingBuffer, RuleClearMovingBuffer},
}

// setMode is SSL_set_mode, or SSL_clear_mode if on is false. n is the number of the mode's
// bit.
func (c *call) setMode(n int, on bool) {
	if on {
		c.ep.mode |= 1 << n
		c.step.fire(modeRules[n].set)
	} else {
		c.ep.mode &^= 1 << n
		c.step.fire(modeRules[n].cleared)
	}
}
