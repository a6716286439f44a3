package engine

// setQuietShutdown is SSL_set_quiet_shutdown.
func (t *turn) setQuietShutdown(on bool) int {
	t.ep().quietShutdown = on
	t.step.fire(RuleSetQuiet)
	return 0
}

// setOptions is SSL_set_options, with the one option that the language has.
func (t *turn) setOptions() int {
	t.ep().ignoreEOF = true
	t.step.fire(RuleIgnoreEOF)
	return 0
}

// clearMode is SSL_clear_mode, with the one mode that the language has.
func (t *turn) clearMode() int {
	t.ep().noAutoRetry = true
	t.step.fire(RuleClearAutoRetry)
	return 0
}

// setNbio is BIO_set_nbio: off makes the peer's BIO a blocking one.
func (t *turn) setNbio(on bool) int {
	t.ep().blocking = !on
	t.step.fire(RuleSetNbio)
	return 0
}

// setKeepErrors decides whether ERR_clear_error runs before the peer's calls.
func (t *turn) setKeepErrors(on bool) int {
	t.ep().keepErrors = on
	t.step.fire(RuleKeepErrors)
	return 0
}
