package link

import (
	"flag"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
	"time"

	"closenotify/engine/script"
	"closenotify/scenarios/library"
)

// hostile makes a text that claims to be a link: one that was mutated, cut, doubled or blown up, with
// markup, bidirectional text or format characters in it. Often its check is made to fit.
func hostile(random *rand.Rand, corpus []string) string {
	text := corpus[random.IntN(len(corpus))]
	for range random.IntN(5) {
		at := random.IntN(len(text) + 1)
		head, tail := text[:at], text[at:]
		switch random.IntN(8) {
		case 0:
			text = head + string(alphabet[random.IntN(64)]) + tail
		case 1:
			text = head + string(alphabet[random.IntN(64)]) + tail[min(1, len(tail)):]
		case 2:
			text = head
		case 3:
			text = head + corpus[random.IntN(len(corpus))]
		case 4:
			text = head + strings.Repeat(tail, 1+random.IntN(4))
		case 5:
			text = head + strings.Repeat(string(alphabet[random.IntN(64)]), random.IntN(MaxLength)) + tail
		case 6:
			text = head + hostileTexts[random.IntN(len(hostileTexts))] + tail
		default:
			text = head + string(rune(random.IntN(0x110000))) + tail
		}
		text = text[:min(len(text), 2*MaxLength)]
	}
	if packed, step, hasStep := strings.Cut(text, "."); random.IntN(2) == 0 && len(packed) > checkLength && packed[0] != 't' {
		packed = packed[:len(packed)-checkLength]
		if text = packed + checkDigits(packed, uint16(random.Uint32())); hasStep {
			text += "." + step
		}
	}
	return text
}

var hostileTexts = []string{
	"<script>alert(1)</script>", "\"><img src=x onerror=alert(1)>", "javascript:alert(1)", "%00", "%E2%80%AE", "\u202e", "\u2066", "\u200f", "\u2028", "\ufeff",
	"\U000E0001", "\uffff", "\x00", "\xff\xfe", "\r\n", "&s=", "?s=", "#", "%23", "../../", "__proto__", ".999999999999999999999", "-1", ".-", "t.", "2Z", "3",
}

// hostileCorpus is what hostile begins with.
func hostileCorpus(t testing.TB) []string {
	list := strings.Fields(strings.Join(oldLinks(t), " "))
	for _, text := range programScripts(t) {
		if s, err := script.Parse(text); err == nil && len(text) < 3000 {
			if b, err := bodyOfText(cleaned(s)); err == nil {
				list = append(list, sealed(b.before, 0))
			}
		}
	}
	return append(list, "2", "3", "1", "t.", "")
}

var whole = flag.Bool("whole", false, "try all 100,000 hostile links, and all cuts of links, not a fifth of them")

// sampled is how many of n the tests try, and prints it.
func sampled(t *testing.T, n int) int {
	if !*whole {
		n /= 5
		t.Logf("a fifth is tried; -whole tries all")
	}
	return n
}

// TestHostileLinks: none of 100,000, or of a fifth of them, ends the program, brings a hidden character
// or opens as more than a link can have.
func TestHostileLinks(t *testing.T) {
	corpus, random := hostileCorpus(t), rand.New(rand.NewPCG(16, 8))
	opened, refused, n := 0, 0, sampled(t, 100_000)
	for range n {
		text := hostile(random, corpus)
		link, err := Decode(shipped, text, script.Codes{})
		if err == nil || lacksCode(err) {
			opened++
			if len(link.Script.Steps) > maxSteps || link.Step > len(link.Script.Steps) {
				t.Fatalf("%q: step %d of %d", text, link.Step, len(link.Script.Steps))
			}
			for _, part := range textsOf(&link.Script) {
				if strings.ContainsFunc(strings.ReplaceAll(part, "\n", ""), script.IsHidden) {
					t.Fatalf("%q has the text %q", text, part)
				}
			}
			continue
		}
		refused++
		if part, ok := DecodePart(shipped, text); ok && (len(part.Script.Steps) > maxSteps || part.Of < 0) {
			t.Fatalf("%q: %d of %d steps", text, len(part.Script.Steps), part.Of)
		}
	}
	t.Logf("%d opened, %d were refused", opened, refused)
	if opened < n/100 || refused < n/10 {
		t.Error("there are too few of one kind")
	}
}

// BenchmarkHostileLinks reports in milliseconds how long these links take to decode, with the steps up
// to a fault, beside the link of the median lesson. A link that took long is decoded again: the
// machine may have done something else meanwhile. The first link with a program takes the time of
// the primer more. Run it with -benchtime 100000x.
func BenchmarkHostileLinks(b *testing.B) {
	corpus, random := append(hostileCorpus(b), longestToRead()...), rand.New(rand.NewPCG(16, 8))
	var times []time.Duration
	slowest := longestToRead()
	for b.Loop() {
		text := hostile(random, corpus)
		times = append(times, timeToDecode(text))
		if times[len(times)-1] > 10*time.Millisecond {
			slowest = append(slowest, text)
		}
	}
	slices.Sort(times)
	longest, of := time.Duration(0), ""
	for _, text := range slowest {
		if least := leastTimeToDecode(text); least > longest {
			longest, of = least, text
		}
	}
	lessons := library.All()
	slices.SortFunc(lessons, func(a, b library.Lesson) int { return len(a.Script.Steps) - len(b.Script.Steps) })
	lesson := leastTimeToDecode(mustEncode(b, lessons[len(lessons)/2].Script, 0))
	began := time.Now()
	newPrimed()
	report := func(d time.Duration, unit string) { b.ReportMetric(float64(d.Microseconds())/1000, unit) }
	report(time.Since(began), "ms/primer")
	report(lesson, "ms/lesson")
	report(times[len(times)/2], "ms/half")
	report(times[len(times)*99/100], "ms/99%")
	report(times[len(times)*999/1000], "ms/99.9%")
	report(longest, "ms/longest")
	b.Logf("the longest took %.0f times as long as the lesson: %d characters, %.80q", float64(longest)/float64(lesson), len(of), of)
}

// timeToDecode is how long it takes to open a link, or to say what is wrong with it.
func timeToDecode(text string) time.Duration {
	began := time.Now()
	if _, err := Decode(shipped, text, script.Codes{}); err != nil && !lacksCode(err) {
		_, _ = DecodePart(shipped, text)
	}
	return time.Since(began)
}

// leastTimeToDecode is the least of a few times.
func leastTimeToDecode(text string) time.Duration {
	least := timeToDecode(text)
	for range 4 {
		least = min(least, timeToDecode(text))
	}
	return least
}

// longestToRead are links that are made to take long.
func longestToRead() []string {
	text := "program client\nint main(SSL *ssl) { return 0; }\nend program\n\n"
	run := text + strings.Repeat("client next\n", (maxScript-len(text))/12)
	random := rand.New(rand.NewPCG(1, 1))
	noise := "# "
	for len(noise) < 5000 {
		noise += string(rune(' ' + random.IntN(95)))
	}
	noise += "\n\n" + text
	all := section('S', string(appendNumber(nil, maxSteps))+strings.Repeat("S", maxSteps))
	return []string{
		sealed(section('Z', string(appendNumber(nil, len(run)))+pack(run)), 0),
		sealed(section('Z', string(appendNumber(nil, len(noise)))+pack(noise)), 0),
		sealed(section('Z', string(appendNumber(nil, maxScript))+strings.Repeat("A", 10)), 0),
		sealed(section('Z', string(appendNumber(nil, maxScript))+strings.Repeat("x7", 4000)), 0),
		sealed(all, 0),
		"t" + strings.Repeat(".c-SSL_free", 740),
		strings.Repeat("%25", MaxLength/3),
	}
}
