package inventory

// row is an item of both forms: a misconception, the lesson that clears it up, and a script for
// each form. The last step of a script is the one that is asked about.
type row struct {
	confusion, lesson string
	scripts           [2]string
}

// rows are the items. Each is about another misconception, and the scripts of a row differ in who
// calls what.
var rows = []row{
	{"0-means-failure", "zero-is-not-an-error", [2]string{
		"client SSL_write 5\nserver SSL_read 100\nclient SSL_shutdown",
		"client SSL_write 20\nserver SSL_read 100\nserver SSL_write 60\nserver SSL_shutdown",
	}},
	{"second-call-is-1", "waiting-for-the-peer", [2]string{
		"client SSL_shutdown\nserver SSL_read 100\nclient SSL_shutdown",
		"server SSL_write 30\nserver SSL_shutdown\nclient SSL_read 100\nserver SSL_shutdown",
	}},
	{"arrival-sets-received", "client-closes-first", [2]string{
		"client SSL_write 10\nserver SSL_read 100\nclient SSL_shutdown",
		"server SSL_write 40\nserver SSL_shutdown",
	}},
	{"answers-by-itself", "peer-closes", [2]string{
		"client SSL_shutdown\nserver SSL_read 100",
		"client SSL_write 5\nserver SSL_read 100\nserver SSL_write 50\nserver SSL_shutdown\nclient SSL_read 100\nclient SSL_read 100",
	}},
	{"shutdown-closes-tcp", "one-is-no-fin", [2]string{
		"server SSL_shutdown\nclient SSL_read 100\nclient SSL_shutdown",
		"client SSL_write 10\nclient SSL_shutdown\nserver SSL_read 100\nserver SSL_read 100\nserver SSL_shutdown",
	}},
	{"no-read-after-shutdown", "half-close", [2]string{
		"client SSL_shutdown\nserver SSL_write 10\nclient SSL_read 100",
		"client SSL_write 5\nserver SSL_read 100\nserver SSL_shutdown\nclient SSL_write 25\nserver SSL_read 100",
	}},
	{"no-write-after-zero-return", "half-close", [2]string{
		"client SSL_shutdown\nserver SSL_read 100\nserver SSL_write 10",
		"server SSL_write 30\nserver SSL_shutdown\nclient SSL_read 100\nclient SSL_read 100\nclient SSL_write 12",
	}},
	{"shutdown-skips-data", "data-after-close-notify", [2]string{
		"server SSL_write 10\nclient SSL_shutdown\nclient SSL_shutdown",
		"server SSL_shutdown\nclient SSL_write 40\nclient SSL_shutdown\nserver SSL_shutdown",
	}},
	{"want-read-means-failure", "the-loop-that-spins", [2]string{
		"client SSL_write 8\nserver SSL_read 100\nclient SSL_read 100",
		"c2s hold\nclient SSL_write 20\nserver SSL_read 50",
	}},
	{"eof-is-a-clean-close", "truncation", [2]string{
		"server SSL_write 30\ns2c fin\nclient SSL_read 100\nclient SSL_read 100",
		"client SSL_write 10\nserver SSL_read 100\nclient close\nserver SSL_read 100",
	}},
	{"free-sends-close-notify", "a-session-lost", [2]string{
		"client SSL_write 10\nserver SSL_read 100\nclient SSL_free",
		"client SSL_write 5\nserver SSL_read 100\nserver SSL_write 60\nclient SSL_read 100\nserver SSL_free",
	}},
	{"shutdown-always-works", "after-a-fatal-error", [2]string{
		"server SSL_write 10\ns2c corrupt\nclient SSL_read 100\nclient SSL_shutdown",
		"client SSL_write 15\nc2s inject alert\nserver SSL_read 100\nserver SSL_read 100\nserver SSL_shutdown",
	}},
}

// otherLessons are the lessons for misconceptions that no item is about, but a wrong choice stands
// for.
var otherLessons = map[string]string{
	"0-means-try-again":  "zero-is-not-an-error",
	"0-until-answered":   "waiting-for-the-peer",
	"eof-is-syscall":     "unexpected-eof",
	"shutdown-sets-both": "client-closes-first",
	"shutdown-waits":     "waiting-for-the-peer",
}
