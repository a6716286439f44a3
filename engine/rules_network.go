package engine

var networkRules = []Rule{
	{ID: RuleHold, Name: "net-hold", Sentence: "From now on bytes written in this direction stay in flight until they are delivered."},
	{ID: RuleDeliver, Name: "net-deliver", Sentence: "Bytes that were in flight, if there were any, have arrived and can be read."},
	{ID: RuleCapacity, Name: "net-capacity", Sentence: "The direction queues at most this many bytes; a write that finds too little room must be retried."},
	{ID: RuleFIN, Name: "net-fin", Sentence: "A FIN follows the bytes queued so far: whoever reads up to it finds the end of the stream. It is not protected, so anybody on the path can send it.", RFC: rfcClosure},
	{ID: RuleNetworkReset, Name: "net-reset", Sentence: "A RST has come: reads fail with ECONNRESET at once, whatever is queued.", RFC: rfcReset},
	{ID: RuleNetworkBroken, Name: "net-broken", Sentence: "The other end no longer takes bytes: writes fail with EPIPE."},
	{ID: RuleTruncate, Name: "net-truncate", Sentence: "Every byte queued in this direction is lost.", RFC: rfcClosure},
	{ID: RuleCorrupt, Name: "net-corrupt", Sentence: "The last bit of the last queued byte, if there is one, is flipped."},
	{ID: RuleInject, Name: "net-inject", Sentence: "An attacker adds a close_notify of its own, in plain text."},
}
