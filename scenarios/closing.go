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

// ClosingOf finds the closing of a shipped scenario by its name; ok is false if there is none.
func ClosingOf(name string) (c Closing, ok bool) {
	for i := range closings {
		if closings[i].name == name {
			return closings[i].closing, true
		}
	}
	return Closing{}, false
}

// Next is the scenario that follows a shipped one; ok is false after the last.
func Next(name string) (next Title, ok bool) {
	titles := Titles()
	for i := range titles[:len(titles)-1] {
		if titles[i].Name == name {
			return titles[i+1], true
		}
	}
	return Title{}, false
}

var closings = [...]struct {
	name    string
	closing Closing
}{
	{"client-closes-first", Closing{
		"Each peer sent close_notify once and read the other's: SSL_shutdown returned 0 when half of that was done, and 1 at the end.",
		Try{"Write after SSL_shutdown", 3, "client SSL_write 5",
			"The client has closed its half, so its SSL_write returns -1 with “protocol is shutdown”. It can still read."}}},
	{"zero-is-not-an-error", Closing{
		"The 0 of SSL_shutdown meant half done, not failed: the same call returned 1 when the answer was there.",
		Try{"Take the 0 for a failure and free the object", 1, "client SSL_free",
			"The client has sent close_notify, so its session can be resumed. But it will never read what the server still sends."}}},
	{"peer-closes", Closing{
		"The peer that closes second has already read the other's close_notify, so its first SSL_shutdown returns 1.",
		Try{"Close without reading first", 2, "client SSL_shutdown",
			"The client's call sends close_notify and returns 0. The data is still unread, so a second SSL_shutdown would fail."}}},
	{"one-way-close", Closing{
		"Sending close_notify was enough: the server knew that it had everything, and the client kept its session.",
		Try{"Free the object without SSL_shutdown", 1, "client SSL_free",
			"SSL_free sends nothing: the server gets no close_notify, and the client's session can no longer be resumed."}}},
	{"data-after-close-notify", Closing{
		"The second SSL_shutdown met data and failed, although both peers kept to the protocol.",
		Try{"Call it twice before the data arrives", 1, "client SSL_shutdown",
			"Nothing has arrived yet, so the client gets -1 with WANT_READ. Whether the mistake shows depends on who is faster."}}},
	{"read-between-shutdowns", Closing{
		"The client read until ZERO_RETURN before it called SSL_shutdown again, so it lost nothing and got 1.",
		Try{"Read only a part", 3, "client SSL_read 5",
			"The client gets 5 bytes, and SSL_pending counts the other 5. Reading once is not reading to the end."}}},
	{"half-close", Closing{
		"A close_notify ends one direction only: the client closed its own and still read the whole answer.",
		Try{"Close the server's socket without SSL_shutdown", 6, "server close",
			"A FIN goes to the client, but no close_notify. The client cannot know that the answer is complete."}}},
	{"truncation", Closing{
		"A FIN without close_notify is no proper end: SSL_read reported an error, since more may have been cut off.",
		Try{After: 4}}},
	{"quiet-shutdown", Closing{
		"With quiet shutdown the flags said that both halves were closed, but the server saw only the end of the stream.",
		Try{"Write after the quiet shutdown", 3, "client SSL_write 5",
			"The flag alone decides: SSL_write returns -1 with “protocol is shutdown”, although no close_notify was sent."}}},
	{"a-forged-close-notify", Closing{
		"The forged close_notify was refused because it was not protected by the keys, and the connection failed on both sides.",
		Try{"Forge a FIN instead", 2, "s2c fin",
			"A FIN has no protection, so nothing can refuse it. The client learns only that no close_notify came before it."}}},
	{"a-session-lost", Closing{
		"SSL_free kept the session of the server, which had sent close_notify, and dropped that of the client, which had not.",
		Try{"Set the flags by hand", 4, "client SSL_set_shutdown SENT|RECEIVED",
			"Now SENT is set, and SSL_free would keep the session, but no close_notify was sent. SSL_set_shutdown checks nothing."}}},
	{"waiting-for-the-peer", Closing{
		"WANT_READ only meant that bytes were missing: the same call, made again later, returned 1.",
		Try{"Repeat the call without waiting", 4, "client SSL_shutdown",
			"The client gets -1 with WANT_READ again. A program that does not wait for its socket spins in a busy loop."}}},
	{"full-transport", Closing{
		"SENT was set at once, but only part of close_notify had left: WANT_WRITE meant that the call had to be repeated.",
		Try{"Free the object after WANT_WRITE", 2, "client SSL_free",
			"The rest of close_notify never leaves, so the server waits for it. SENT is set, so the client's session can be resumed all the same."}}},
	{"a-write-left-behind", Closing{
		"An SSL_write that was not finished stood in the way of close_notify, which never left.",
		Try{After: 6}}},
	{"reset-by-peer", Closing{
		"Everything that the server sent before the RST could be read; only the client's own close_notify failed.",
		Try{"Write instead of closing", 6, "client SSL_write 5",
			"The client's SSL_write fails in the same way: it returns -1, and errno is ECONNRESET. The first call that writes reports the RST."}}},
	{"lost-with-the-socket", Closing{
		"The server's calls succeeded, and still nothing arrived: success means only that the kernel has the bytes.",
		Try{"Call close instead of truncate and reset", 4, "server close",
			"Here nothing is lost: the data stays in flight, and an RST goes to the client after it."}}},
}
