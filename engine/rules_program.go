package engine

// The rules of programs.
var (
	RuleProgramRuns = &Rule{
		Name:     "program-runs",
		Sentence: "The program runs on to its next call. It is a process of its own, so the error queue that it sees is its own, too.",
		Man:      "ERR_get_error(3)",
	}
	RuleProgramStays = &Rule{
		Name:     "program-stays",
		Sentence: "This peer has no program that could run on: it waits in a call, has ended, or there is none.",
		Man:      "exit(3)",
	}
	RuleProgramEnds = &Rule{
		Name:     "program-ends",
		Sentence: "The program has come to its end. Here that closes and frees nothing.",
		Man:      "exit(3)",
	}
	RulePollReady = &Rule{
		Name:     "poll-ready",
		Sentence: "The socket is ready, or the call has failed, so poll or select returns at once.",
		Man:      "poll(2)",
	}
	RulePollWaits = &Rule{
		Name:     "poll-waits",
		Sentence: "Nothing that poll or select was asked for is ready, so it waits.",
		Man:      "poll(2)",
		Advice:   "Ask SSL_pending first: poll does not see the bytes that the library has already read.",
	}
	RuleLimitRunsOut = &Rule{
		Name:     "limit-runs-out",
		Sentence: "The limit of the poll or select has run out, so it returns 0.",
		Man:      "poll(2)",
	}
	RuleNoLimit = &Rule{
		Name:     "no-limit",
		Sentence: "This peer does not wait in a poll or select with a limit, so nothing happens.",
		Man:      "poll(2)",
	}
	RuleSleep = &Rule{
		Name:     "sleep",
		Sentence: "The clock moves on. A sleep takes no step of its own, and nothing happens meanwhile.",
		Man:      "sleep(3)",
	}
)
