package link

import (
	"crypto/sha256"
	"math/rand/v2"
	"strings"
	"testing"
	"time"

	"closenotify/engine/script"
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

// TestHostileLinks: none of 100,000 ends the program, brings a hidden character or opens as more than a link can
// have.
func TestHostileLinks(t *testing.T) {
	corpus, random := hostileCorpus(t), rand.New(rand.NewPCG(16, 8))
	opened, refused := 0, 0
	for range 100_000 {
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
	if opened < 1000 || refused < 10_000 {
		t.Error("there are too few of one kind")
	}
}

// BenchmarkHostileLinks reports the longest time that one of these links takes, and how often SHA-256 takes
// in 1 MiB meanwhile: 50 ms are about 12 times on a machine without instructions for it.
func BenchmarkHostileLinks(b *testing.B) {
	corpus, random := hostileCorpus(b), rand.New(rand.NewPCG(16, 8))
	corpus = append(corpus, longestToRead()...)
	var longest time.Duration
	for b.Loop() {
		text := hostile(random, corpus)
		began := time.Now()
		_, _ = Decode(shipped, text, script.Codes{})
		longest = max(longest, time.Since(began))
	}
	for _, text := range longestToRead() {
		began := time.Now()
		_, _ = Decode(shipped, text, script.Codes{})
		longest = max(longest, time.Since(began))
	}
	block := make([]byte, 1<<20)
	shortest := time.Hour
	for range 20 {
		began := time.Now()
		sha256.Sum256(block)
		shortest = min(shortest, time.Since(began))
	}
	b.ReportMetric(float64(longest.Microseconds())/1000, "ms/longest")
	b.ReportMetric(float64(longest)/float64(shortest), "longest/SHA-256-of-1-MiB")
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
