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
	c.step.fire(pick(c.differs(diffEOFIsFatal), RuleIgnoreUnexpectedEOF, RuleNoSuchOption))
	return 0
}

// clearMode is SSL_clear_mode, with the one mode that the language has.
func (c *call) clearMode() int {
	c.ep.noAutoRetry = true
	c.step.fire(RuleClearAutoRetry)
	return 0
}
