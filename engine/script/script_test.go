package script

import (
	"errors"
	"reflect"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"closenotify/engine"
)

const sample = `# Client closes first
#
# Two calls on each side.

version tls1.2

# The client's close_notify leaves.
# It returns 0.
client SSL_shutdown
server SSL_read 100

# The answer.
server SSL_set_shutdown SENT|RECEIVED
s2c deliver all
s2c inject alert
`

func TestParseKeepsEverything(t *testing.T) {
	s, err := Parse(sample)
	if err != nil {
		t.Fatal(err)
	}
	want := Script{
		Intro:  []string{"Client closes first", "", "Two calls on each side."},
		Config: engine.Config{Version: engine.TLS12},
		Steps: []Step{
			{engine.Op{Verb: engine.VerbShutdown}, false, nil, "The client's close_notify leaves.\nIt returns 0.", 9},
			{engine.Op{Verb: engine.VerbRead, Role: engine.Server, N: 100}, false, nil, "", 10},
			{engine.Op{Verb: engine.VerbSetShutdown, Role: engine.Server, N: 3}, false, nil, "The answer.", 13},
			{engine.Op{Verb: engine.VerbDeliver, Dir: engine.ServerToClient, N: engine.All}, false, nil, "", 14},
			{engine.Op{Verb: engine.VerbInjectAlert, Dir: engine.ServerToClient}, false, nil, "", 15},
		},
	}
	if !reflect.DeepEqual(s, want) {
		t.Errorf("got %+v\nwant %+v", s, want)
	}
	if got := s.String(); got != sample {
		t.Errorf("String gives\n%s\nwant\n%s", got, sample)
	}
}

// TestParseRefuses names the line, the text and the expectation of every kind of
// error.
func TestParseRefuses(t *testing.T) {
	tests := []struct {
		name, src string
		line      int
		text      string
		want      string // part of the expectation
	}{
		{"unknown subject", "client SSL_shutdown\nclnt SSL_read 1\n", 2, "clnt", "client, server, c2s or s2c; or profile, version, start or transport before"},
		{"unknown call", "client SSL_foo\n", 1, "SSL_foo", "SSL_shutdown"},
		{"unknown network step", "c2s SSL_read 1\n", 1, "SSL_read", "hold"},
		{"no step", "client\n", 1, "", "SSL_shutdown"},
		{"no number", "client SSL_read\n", 1, "", "a number"},
		{"not a number", "client SSL_read ten\n", 1, "ten", "a number"},
		{"negative", "client SSL_read -1\n", 1, "-1", "a number"},
		{"too large", "client SSL_read 1048577\n", 1, "1048577", "1048576"},
		{"huge", "client SSL_read 99999999999999999999\n", 1, "99999999999999999999", "1048576"},
		{"flags", "client SSL_set_shutdown SEND\n", 1, "SEND", "SENT|RECEIVED"},
		{"bool", "client SSL_set_quiet_shutdown 2\n", 1, "2", "0 or 1"},
		{"extra word", "client SSL_shutdown now\n", 1, "now", "nothing after SSL_shutdown"},
		{"extra argument", "client SSL_read 1 2\n", 1, "2", "nothing after 1"},
		{"deliver what", "c2s deliver some\n", 1, "some", "or all"},
		{"inject what", "c2s inject\n", 1, "inject", "a step of the network"},
		{"late directive", "client SSL_shutdown\nversion tls1.2\n", 2, "version tls1.2", "before the first step"},
		{"directive twice", "version tls1.2\nversion tls1.3\n", 2, "version tls1.3", "given before"},
		{"bad version", "version tls1.1\n", 1, "version tls1.1", "tls1.2 or tls1.3"},
		{"no value", "profile\n", 1, "profile", "openssl-3.5"},
		{"bad profile", "profile openssl-0.9.8\n", 1, "profile openssl-0.9.8", "openssl-3.5 or"},
		{"no pair", "transport bio-pair\n", 1, "transport bio-pair", "bio-pair N"},
		{"pair of none", "transport bio-pair 0\n", 1, "transport bio-pair 0", "bio-pair N"},
		{"pair in another form", "transport bio-pair 010\n", 1, "transport bio-pair 010", "bio-pair N"},
		{"two values", "version tls1.2 tls1.3\n", 1, "version tls1.2 tls1.3", "tls1.2 or tls1.3"},
		{"separator", "client SSL_shutdown\n---\n", 2, "---", "cannot contain ---"},
		{"not UTF-8", "client SSL_shutdown\n# \xff\n", 2, "", "UTF-8"},
		{"too long", strings.Repeat("#\n", MaxLength), 1, "", "more than 4194304"},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			s, err := Parse(tt.src)
			var e *Error
			if !errors.As(err, &e) {
				t.Fatalf("got %v, want an *Error", err)
			}
			if e.Line != tt.line || e.Text != tt.text || !strings.Contains(e.Want, tt.want) {
				t.Errorf("got line %d, text %q, want %q", e.Line, e.Text, e.Want)
			}
			if !strings.Contains(e.Error(), e.Want) {
				t.Errorf("Error() = %q hides the expectation", e.Error())
			}
			if !reflect.DeepEqual(s, Script{}) {
				t.Errorf("a script came with the error: %+v", s)
			}
		})
	}
}

// TestCommentsLoseWhatIsHidden, the title, narration and the text at the end alike.
func TestCommentsLoseWhatIsHidden(t *testing.T) {
	s, err := Parse("# A\u202Eb\tc\u200B\n\n#\u00AD\u2067x\u2069\nclient SSL_shutdown # \U0001F468\u200D\U0001F469\nserver SSL_shutdown\n# \uFEFF\u2028e\u2028nd\n")
	if err != nil {
		t.Fatal(err)
	}
	want := "# Ab c\n\n# x\n# \U0001F468\U0001F469\nclient SSL_shutdown\nserver SSL_shutdown\n\n#  e nd\n"
	if got := s.String(); got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if _, err := Parse("client SSL_\u200Bshutdown\n"); err == nil || !strings.Contains(err.Error(), `"SSL_\u200bshutdown": expected a call, such as SSL_shutdown; did you mean SSL_shutdown?`) {
		t.Errorf("a hidden character in a step: %v", err)
	}
}

// TestErrorsAreSafeToShow, whatever the text repeats.
func TestErrorsAreSafeToShow(t *testing.T) {
	hostile := strings.Repeat("\u202e\u2028<b>\x1b]0;", 2000)
	for _, src := range []string{
		hostile, "client SSL_shutdown " + hostile, "client SSL_read 1 " + hostile, "client SSL_read " + hostile + " 1",
		"profile " + hostile, "transport bio-pair " + hostile, "--- " + hostile, "client SSL_shutdown\nversion " + hostile,
	} {
		_, err := Parse(src)
		if err == nil {
			t.Fatalf("%.40q is accepted", src)
		}
		unsafe := func(c rune) bool { return !unicode.IsPrint(c) }
		if text := err.Error(); strings.ContainsFunc(text, unsafe) || utf8.RuneCountInString(text) > 400 {
			t.Errorf("%.40q: the error is %q", src, text)
		}
	}
}

// TestEveryOpRoundTrips writes and reads every verb with every kind of argument.
func TestEveryOpRoundTrips(t *testing.T) {
	w, err := engine.New(engine.Config{})
	if err != nil {
		t.Fatal(err)
	}
	w, _, _ = w.Apply(engine.Op{Verb: engine.VerbHold})
	w, _, _ = w.Apply(engine.Op{Verb: engine.VerbWrite, N: 40})
	w, _, _ = w.Apply(engine.Op{Verb: engine.VerbClearMode})
	seen := map[engine.Verb]bool{}
	for _, op := range w.Enabled() {
		seen[op.Verb] = true
		got, err := engine.ParseOp(op.String())
		if err != nil || got != op {
			t.Errorf("%q reads as %+v, %v", op, got, err)
		}
	}
	for v := engine.VerbShutdown; v <= engine.VerbInjectAlert; v++ {
		if !seen[v] && v != engine.VerbHold && !v.IsOfProgram() {
			t.Errorf("Enabled never offers %s", v)
		}
	}
}

func FuzzParse(f *testing.F) {
	f.Add(sample)
	f.Add(withPrograms)
	f.Add("client SSL_read 5 # why\n")
	f.Add("client SSL_read 5 => -1 SSL_ERROR_SSL \"unexpected eof while reading\" # why\n")
	f.Add("# a\n#[openssl-1.1.1 tls1.2] b\n\n#[] c\n# #[d]\nclient SSL_shutdown => 0 #[e] f\n")
	f.Fuzz(func(t *testing.T, src string) {
		s, err := Parse(src)
		if err != nil {
			return
		}
		text := s.String()
		again, err := Parse(text)
		if err != nil {
			t.Fatalf("canonical text is refused: %v\n%s", err, text)
		}
		if again.String() != text {
			t.Fatalf("canonical text changes:\n%q\n%q", text, again.String())
		}
	})
}
