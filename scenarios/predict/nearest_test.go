package predict_test

import (
	"flag"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
	"closenotify/scenarios/predict"
)

// With -harnesses the right answers and the nearest scenarios are also played by the real libraries:
//
//	go test ./scenarios/predict -run 'TestNearest|TestAnswers' -harnesses "$PWD/build/releases" -timeout 60m
var harnesses = flag.String("harnesses", "", "check with the harnesses in this `folder`")

// How many steps may be played to explain the choices of a question: where the site is built, and where
// somebody waits for it.
const (
	budget       = 60_000
	budgetOfPage = 5_000
)

// TestNearest: in the nearest scenario of a wrong choice, it is right. At least 90 % of all wrong
// choices in the lessons have one.
func TestNearest(t *testing.T) {
	var c nearestCount
	for name, s := range lessons(t) {
		if !strings.HasSuffix(name, " script") {
			continue
		}
		for i, p := range engine.Profiles() {
			if (i+len(name))%3 == 0 || *harnesses != "" { // each release with every third lesson
				c.check(t, name, under(s, p.Name, engine.Versions[(i+len(name))%2]), budget)
			}
		}
	}
	c.report(t, 500, 90)
}

// TestNearestOfPrograms: the same for scripts with programs, as the page asks about them.
func TestNearestOfPrograms(t *testing.T) {
	var c nearestCount
	for name, s := range lessons(t) {
		if strings.HasSuffix(name, " script") {
			continue
		}
		p := engine.Profiles()[len(name)%len(engine.Profiles())]
		c.check(t, name, under(s, p.Name, engine.Versions[len(name)%2]), budgetOfPage)
	}
	c.report(t, 300, 80)
}

// nearestCount counts wrong choices, those that a scenario explains, and answers that the real library has
// confirmed.
type nearestCount struct{ wrong, found, real int }

// check looks at the best questions about a script.
func (c *nearestCount) check(t *testing.T, name string, played script.Script, budget int) {
	t.Helper()
	h, path := run(t, played)
	for _, q := range predict.Picks(h, path) {
		c.real += checkByLibrary(t, played, untilStep(h, path, q), q.Step, q.Choices[q.Right].Answer)
		for j, n := range predict.Explain(h, path, q, budget) {
			switch {
			case j == q.Right && n.Found:
				t.Errorf("%s: the right choice of %q has a scenario", name, q.Text)
			case j == q.Right:
			case n.Found:
				c.wrong, c.found = c.wrong+1, c.found+1
				checkNearest(t, played, q.Choices[j].Answer, n)
				c.real += checkByLibrary(t, edited(played, n), n.Ops, n.Asked, q.Choices[j].Answer)
			default:
				c.wrong++
			}
		}
	}
}

// report fails for fewer wrong choices than least, or a smaller share of explained ones, in percent.
func (c *nearestCount) report(t *testing.T, least, share int) {
	t.Helper()
	t.Logf("%d of %d wrong choices are explained by a scenario; the real library confirmed %d answers", c.found, c.wrong, c.real)
	if c.wrong < least || c.found*100 < c.wrong*share {
		t.Errorf("only %d of %d wrong choices are explained", c.found, c.wrong)
	}
}

// untilStep are the operations up to the step of a question, and the call that it asks about.
func untilStep(h engine.History, path []engine.NodeID, q predict.Question) []engine.Op {
	var ops []engine.Op
	for _, id := range path[1 : q.Step+1] {
		ops = append(ops, h.Op(id))
	}
	if probe, ok := q.Probe(h, path); ok {
		ops = append(ops, probe)
	}
	return ops
}

// edited is the script with the connection of a nearest scenario.
func edited(s script.Script, n predict.Nearest) script.Script {
	s.Config = n.Config
	return s
}

// withOps is the script with other steps.
func withOps(s script.Script, ops []engine.Op) script.Script {
	s.Steps = nil
	for _, op := range ops {
		s.Steps = append(s.Steps, script.Step{Op: op})
	}
	return s
}

// checkNearest plays a nearest scenario from its beginning.
func checkNearest(t *testing.T, s script.Script, want predict.Answer, n predict.Nearest) {
	t.Helper()
	h, path := run(t, withOps(edited(s, n), n.Ops))
	got, ok := predict.AnswerAt(h, path, n.Asked, want.Aspect)
	if n.Asked < len(n.Ops) && want.Aspect != predict.Peer { // the socket is closed right after it
		closed, _ := predict.AnswerAt(h, path, n.Asked+1, predict.Wire)
		if want.Aspect == predict.Means {
			got, ok = predict.Answer{Aspect: predict.Means, Meaning: predict.TCPClosed}, closed.Sent == "FIN" || closed.Sent == "RST"
		}
		got.Sent = strings.Trim(got.Sent+","+closed.Sent, ",")
		if want.Aspect == predict.Means {
			got.Sent = ""
		}
	}
	if !ok || got != want || len(n.Edits) == 0 || !strings.HasSuffix(n.Sentence, ".") {
		t.Errorf("%s\n%s\ngives %+v, want %+v", n.Sentence, withOps(edited(s, n), n.Ops), got, want)
	}
}

// libraries are the harnesses that were started.
var libraries = map[string]*conformance.Harness{}

// checkByLibrary has the real library play a script with these steps and judges an answer about one of
// them. It returns how many answers were confirmed, 0 or 1.
func checkByLibrary(t *testing.T, s script.Script, ops []engine.Op, asked int, want predict.Answer) int {
	t.Helper()
	if *harnesses == "" || asked < len(ops) && want.Aspect != predict.Peer {
		return 0
	}
	profile := s.Config.Profile
	if r, ok := conformance.ReleaseOf(profile); !ok || r.Gone {
		return 0 // it can no longer be had
	}
	if libraries[profile] == nil {
		libraries[profile] = conformance.NewHarness(filepath.Join(*harnesses, "harness-"+strings.TrimPrefix(profile, engine.ProfilePrefix)))
		t.Cleanup(libraries[profile].Close)
	}
	text := withOps(s, ops).String()
	lines, err := libraries[profile].Run(text)
	if err != nil {
		t.Errorf("%s: %v in\n%s", profile, err, text)
		return 0
	}
	switch judge(readTrace(t, lines), asked, want, s.Config) {
	case right:
		return 1
	case wrong:
		t.Errorf("the real %s denies %q of step %d in\n%s\n%s", profile, want.Text(), asked, text, lines[asked-1])
	}
	return 0
}

// TestNearestSentences: what is said about a wrong choice.
func TestNearestSentences(t *testing.T) {
	h, path := play(t, "server SSL_write 40\ns2c fin\nclient SSL_read 100\nclient SSL_read 100\nclient SSL_shutdown\nclient close")
	for _, c := range []struct {
		step         int
		aspect       predict.Aspect
		choice, want string
	}{
		{4, predict.Wire, "Nothing.", "Nothing would be sent if this were OpenSSL 1.1.1."},
		{4, predict.Error, "SSL_ERROR_SYSCALL", "SSL_get_error would return SSL_ERROR_SYSCALL if this were OpenSSL 1.1.1."},
		{4, predict.Error, "SSL_ERROR_ZERO_RETURN", "SSL_get_error would return SSL_ERROR_ZERO_RETURN if the server had called SSL_shutdown() before step 2."},
		{4, predict.Error, "SSL_ERROR_WANT_READ", "SSL_get_error would return SSL_ERROR_WANT_READ if step 2 (FIN, the end of the stream, server to client) were left out."},
		{5, predict.Returns, "It returns 0.", "It would return 0 if this were OpenSSL 1.1.1."},
	} {
		q := find(t, h, path, c.step, c.aspect)
		found := false
		for i, n := range predict.Explain(h, path, q, budget) {
			if q.Choices[i].Text == c.choice {
				if found = true; n.Sentence != c.want {
					t.Errorf("step %d, %s: got %q, want %q", c.step, c.choice, n.Sentence, c.want)
				}
			}
		}
		if !found {
			t.Errorf("step %d has no choice %q but %q", c.step, c.choice, texts(q))
		}
	}
}
