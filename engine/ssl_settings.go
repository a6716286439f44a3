package engine

// setQuietShutdown is SSL_set_quiet_shutdown.
func (c *call) setQuietShutdown(on bool) int {
	c.ep.quietShutdown = on
	c.step.fire(RuleSetQuiet)
	return 0
}

// setOptions is SSL_set_options, with the one option that the language has.
func (c *call) setOptions() int {
	c.ep.ignoreEOF = true
	c.step.fire(RuleIgnoreEOF)
	return 0
}

// clearMode is SSL_clear_mode, with the one mode that the language has.
func (c *call) clearMode() int {
	c.ep.noAutoRetry = true
	c.step.fire(RuleClearAutoRetry)
	return 0
}

// setNbio is BIO_set_nbio: off makes the peer's BIO a blocking one.
func (c *call) setNbio(on bool) int {
	c.ep.blocking = !on
	c.step.fire(RuleSetNbio)
	return 0
}

// setKeepErrors decides whether ERR_clear_error runs before the peer's calls.
func (c *call) setKeepErrors(on bool) int {
	c.ep.keepErrors = on
	c.step.fire(RuleKeepErrors)
	return 0
}
