package model

import (
	"regexp"
	"slices"
	"strconv"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/scenarios/library"
)

// TestCaptionsInEveryRelease shows every step of every lesson under every release
// and version. Each has a caption, and what the caption claims is true there.
func TestCaptionsInEveryRelease(t *testing.T) {
	claims := 0
	for _, s := range library.All() {
		for _, p := range engine.Profiles() {
			for _, v := range engine.Versions {
				m := commented(t, s.Script.String(), p.Name, v)
				for i := 1; i <= m.Len(); i++ {
					note, outdated := m.narration(i)
					text := oneParagraph(note)
					if text == "" || outdated {
						t.Errorf("%s with %s and %s, step %d, %s, has no caption", s.Name, p.Name, v, i, explain.Line(m.Step(i)))
					}
					found := claimsOf(&m, i, text)
					claims += len(found)
					for claim, holds := range found {
						if !holds {
							t.Errorf("%s with %s and %s, step %d, %s: %q is false in %q", s.Name, p.Name, v, i, explain.Line(m.Step(i)), claim, text)
						}
					}
				}
			}
		}
	}
	if claims < 3000 {
		t.Errorf("only %d claims were found", claims)
	}
}

var (
	number      = regexp.MustCompile(`-?\b\d+\b`)
	noCount     = regexp.MustCompile(`RFC \d+|OpenSSL [\d.]*\d|TLS [\d.]*\d|\d+\.\d[\d.]*|waits for 1`)
	release     = regexp.MustCompile(`\d+\.\d`)
	returnValue = regexp.MustCompile(`(?:returns|gets|:) (-?\d+)(?: |,|\.|$)`)
	errorName   = regexp.MustCompile(`\b(?:SSL_ERROR_SSL|ZERO_RETURN|WANT_READ|WANT_WRITE|SYSCALL)\b`)
	errnoName   = regexp.MustCompile(`\bE[A-Z]{4,}\b`)
	quoted      = regexp.MustCompile(`\x{201c}([^\x{201d}]*)\x{201d}`)
	flagIsSet   = regexp.MustCompile(`\b(SENT|RECEIVED)( and RECEIVED)?\b (is set|set)|sets (SENT|RECEIVED)( and RECEIVED)?`)
	recordName  = regexp.MustCompile(`\b(decode_error|unexpected_message|internal_error|bad_record_mac)\b`)
	emptyQueue  = regexp.MustCompile(`error queue is empty|empty error queue|no error is queued|queues no error`)
	resumable   = regexp.MustCompile(`can (still |no longer )?be resumed`)
)

// claimsOf finds what a text about step i says that can be looked up, and whether it is so.
func claimsOf(m *Model, i int, text string) map[string]bool {
	s, actor := m.Step(i), m.History.World(m.Path[i]).Endpoint(m.Step(i).Op.Role)
	claims := map[string]bool{}
	for _, n := range number.FindAllString(noCount.ReplaceAllString(text, ""), -1) {
		claims[n] = slices.Contains(numbersUpTo(m, i), n)
	}
	for _, value := range returnValue.FindAllStringSubmatch(noCount.ReplaceAllString(text, ""), -1) {
		late := func(l engine.LateReturn) bool { return strconv.Itoa(l.Ret) == value[1] }
		claims[value[0]] = s.Returned && strconv.Itoa(s.Ret) == value[1] || slices.ContainsFunc(s.LateReturns(), late)
	}
	for _, name := range errorName.FindAllString(text, -1) {
		claims[name] = s.Error.Short() == strings.TrimPrefix(name, "SSL_ERROR_")
	}
	for _, name := range errnoName.FindAllString(text, -1) {
		claims[name] = s.Errno.String() == name
	}
	for _, reason := range quoted.FindAllStringSubmatch(text, -1) {
		claims[reason[1]] = slices.ContainsFunc(s.QueuedErrors(), func(e engine.QueuedError) bool { return e.Text == reason[1] })
	}
	for _, flag := range flagIsSet.FindAllString(text, -1) {
		claims[flag] = (!strings.Contains(flag, "SENT") || actor.Shutdown().Has(engine.SentShutdown)) &&
			(!strings.Contains(flag, "RECEIVED") || actor.Shutdown().Has(engine.ReceivedShutdown))
	}
	for _, name := range recordName.FindAllString(text, -1) {
		claims[name] = slices.ContainsFunc(s.ByteMoves(), func(move engine.ByteMove) bool { return explain.RecordName(move.Record) == name })
	}
	if queue := emptyQueue.FindString(text); queue != "" {
		claims[queue] = len(s.QueuedErrors()) == 0
	}
	if session := resumable.FindString(text); session != "" {
		claims[session] = actor.Resumable() == !strings.Contains(session, "no longer")
	}
	return claims
}

// numbersUpTo are the numbers that somebody has seen by step i: in this step all, of earlier
// ones what the calls and the steps of the network were given.
func numbersUpTo(m *Model, i int) []string {
	s := m.Step(i)
	numbers := []string{"0"} // of a half-done shutdown, or errno
	if s.Returned {
		numbers = append(numbers, strconv.Itoa(s.Ret))
	}
	for _, l := range s.LateReturns() {
		numbers = append(numbers, strconv.Itoa(l.Ret))
	}
	for n := range byteCounts(s, m.History.World(m.Path[i])) {
		numbers = append(numbers, strconv.Itoa(n))
	}
	for n := 1; n <= i; n++ {
		numbers = append(numbers, strconv.Itoa(m.Step(n).Op.N))
	}
	return numbers
}

// TestClaimsCanBeFalse shows claimsOf texts that are true and texts that are not.
func TestClaimsCanBeFalse(t *testing.T) {
	m := under(t, "truncation", engine.DefaultProfile, engine.TLS13)
	for text, want := range map[string]bool{
		"The client reads: 0, SSL_ERROR_SSL.": true, "The client reads: -1, SSL_ERROR_SSL.": false, "The call returns 1.": false,
		"SYSCALL": false, "errno EPIPE": false, "“unexpected eof while reading”": true, "“bad length”": false,
		"SENT is set": false, "an alert, decode_error": true, "an alert, internal_error": false, "the error queue is empty": false,
		"its session can be resumed": false, "its session can no longer be resumed": true, "17 bytes": false, "the 40 bytes": true,
	} {
		for claim, holds := range claimsOf(&m, 4, text) {
			if !want && holds && claim != "SSL_ERROR_SSL" && claim != "0" || want && !holds {
				t.Errorf("%q in %q is %v", claim, text, holds)
			}
		}
		if len(claimsOf(&m, 4, text)) == 0 {
			t.Errorf("%q claims nothing", text)
		}
	}
}
