package engine

// setQuietShutdown is SSL_set_quiet_shutdown.
func (c *call) setQuietShutdown(on bool) {
	c.ep.quietShutdown = on
	c.step.fire(pick(on, RuleSetQuiet, RuleClearQuiet))
}

// setOptions is SSL_set_options, with the one option that the language has.
func (c *call) setOptions() {
	c.ep.ignoreEOF = true
	c.step.fire(pick(c.differs(diffEOFIsFatal), RuleIgnoreUnexpectedEOF, RuleNoSuchOption))
}
