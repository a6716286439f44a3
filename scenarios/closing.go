package scenarios

// Closing is what the page says at the last step of a shipped scenario.
type Closing struct {
	Seen string // what the scenario has shown, in one sentence that holds in every release and version
	Try  Try
}

// Try is a mistake that the scenario invites to make: one more call, or the same steps under
// another release.
type Try struct {
	Text    string // on the button: what to do; "" for another release
	After   int    // how many steps of the scenario are kept before the call; for another release, the step to look at
	Step    string // the call in the script's words, "client SSL_write 5"; "" for another release
	Outcome string // what one sees then, in every release and version; "" for another release, which has its caption
}

// Limits of a Closing, in bytes, so that it takes a few lines.
const (
	MaxSeen    = 160
	MaxTry     = 48
	MaxOutcome = 180
)
