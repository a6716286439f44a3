package engine

// The rules of what a script does to the network.
var (
	RuleNetHold     = &Rule{Name: "net-hold", Sentence: "From now on bytes written in this direction stay in flight until they are delivered."}
	RuleNetDeliver  = &Rule{Name: "net-deliver", Sentence: "Bytes that were in flight, if there were any, have arrived and can be read."}
	RuleNetCapacity = &Rule{Name: "net-capacity", Sentence: "The direction queues at most this many bytes; a write that finds too little room must be retried."}
	RuleNetFIN      = &Rule{Name: "net-fin", Sentence: "A FIN follows the bytes queued so far, as after shutdown(2) with SHUT_WR: the receiver finds the end of the stream there, and the sender's writes fail with EPIPE.", RFC: rfcClosure}
	RuleNetReset    = &Rule{Name: "net-reset", Sentence: "An RST has arrived: reads fail with ECONNRESET at once, no matter what is queued.", RFC: rfcReset}
	RuleNetBroken   = &Rule{Name: "net-broken", Sentence: "The other end's socket no longer accepts data, so writes fail with EPIPE."}
	RuleNetTruncate = &Rule{Name: "net-truncate", Sentence: "Every byte queued in this direction is lost.", RFC: rfcClosure}
	RuleNetCorrupt  = &Rule{Name: "net-corrupt", Sentence: "The last bit of the last queued byte, if there is one, is flipped."}
	RuleNetInject   = &Rule{Name: "net-inject", Sentence: "An attacker adds a close_notify in plaintext."}
)
