package conformance

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"
)

// scripts makes n random ones.
func scripts(n int, o Options) []string {
	r := rand.New(rand.NewPCG(1, 2))
	list := make([]string, n)
	for i := range list {
		list[i] = Generate(r, o)
	}
	return list
}

// body lists the steps of a script, each cut into its subject and the rest.
func body(script string) (steps [][2]string) {
	for line := range strings.Lines(script) {
		if isStep(line) {
			subject, rest, _ := strings.Cut(strings.TrimSpace(line), " ")
			steps = append(steps, [2]string{subject, rest})
		}
	}
	return steps
}

func TestGenerateRepeatsItself(t *testing.T) {
	a, b := scripts(50, Options{Subset: Whole}), scripts(50, Options{Subset: Whole})
	if !slices.Equal(a, b) {
		t.Error("the same seed gave other scripts")
	}
	slices.Sort(a)
	if n := len(slices.Compact(a)); n < 50 {
		t.Errorf("of 50 scripts only %d differ", n)
	}
}

func TestGenerateReachesEveryStepAndWord(t *testing.T) {
	for _, subset := range []Subset{Core, Messages, Whole, Everything} {
		all := strings.ReplaceAll(strings.Join(scripts(500, Options{Subset: subset}), ""), "\n", " ")
		for _, c := range vocabulary {
			want := c.from <= subset
			texts := []string{c.word}
			for _, word := range c.words {
				texts = append(texts, c.word+" "+word)
			}
			for _, text := range texts {
				if got := strings.Contains(all, " "+text+" "); got != want {
					t.Errorf("%s has %s: %v, want %v", subset, text, got, want)
				}
			}
		}
	}
}

func TestGenerateKeepsToTheOptions(t *testing.T) {
	for _, s := range scripts(100, Options{Profile: "openssl-3.0", Version: "tls1.2"}) {
		head := "profile openssl-3.0\nversion tls1.2\nstart established\n"
		if !strings.HasPrefix(s, head) {
			t.Fatalf("begins otherwise than\n%s:\n%s", head, s)
		}
		if n := len(body(s)); n < 2 {
			t.Errorf("only %d steps:\n%s", n, s)
		}
	}
}

// TestGenerateForSockets: the harness can run every script on real sockets, and closes some.
func TestGenerateForSockets(t *testing.T) {
	closes, fins := 0, 0
	for _, s := range scripts(1000, Options{Subset: Whole, Sockets: true}) {
		if strings.Contains(s, "transport memory") || strings.Contains(s, "transport bio-pair") {
			t.Fatalf("no sockets in\n%s", s)
		}
		for _, step := range body(s) {
			switch {
			case step[1] == "close":
				closes++
			case step[1] == "fin":
				fins++
			case slices.Contains(directions, step[0]) || strings.HasPrefix(step[1], "BIO_set_nbio"):
				t.Fatalf("%s %s in\n%s", step[0], step[1], s)
			}
		}
	}
	if closes == 0 || fins == 0 {
		t.Errorf("%d times close, %d times fin", closes, fins)
	}
}

// TestGenerateLeavesOutWhatIsNotCompared: no renegotiation, and no handshake after both
// peers have called SSL_clear. After one has, its calls go on.
func TestGenerateLeavesOutWhatIsNotCompared(t *testing.T) {
	begins := map[string]bool{}
	for _, c := range vocabulary {
		begins[c.word] = c.begins
	}
	clears, goesOn := 0, 0
	for _, s := range scripts(3000, Options{Subset: Whole}) {
		cleared := map[string]bool{}
		for _, step := range body(s) {
			word := strings.Fields(step[1])[0]
			if word == "SSL_renegotiate" || len(cleared) == 2 && begins[word] {
				t.Fatalf("%s %s in\n%s", step[0], word, s)
			}
			if cleared["client"] && slices.Contains(directions, step[0]) {
				t.Fatalf("%s %s may cut a ClientHello in\n%s", step[0], word, s)
			}
			if cleared[step[0]] && begins[word] {
				goesOn++
			}
			if word == "SSL_clear" {
				cleared[step[0]] = true
				clears++
			}
		}
	}
	if clears == 0 || goesOn == 0 {
		t.Errorf("SSL_clear was called %d times, and %d calls of its peer followed", clears, goesOn)
	}
}

// TestGenerateSparesHandshakes: no step of the network damages an unfinished handshake,
// whose number of bytes differs from run to run. It is complete when each peer has made
// three calls that advance it.
func TestGenerateSparesHandshakes(t *testing.T) {
	advances := []string{"SSL_do_handshake", "SSL_read", "SSL_peek", "SSL_write", "SSL_read_ex", "SSL_peek_ex", "SSL_write_ex"}
	unfinished := 0
	for _, s := range scripts(3000, Options{Subset: Whole}) {
		if !strings.Contains(s, "start before") {
			continue
		}
		calls := map[string]int{}
		for _, step := range body(s) {
			if slices.Contains(advances, strings.Fields(step[1])[0]) {
				calls[step[0]]++
			}
			if slices.Contains(directions, step[0]) && (calls["client"] < 3 || calls["server"] < 3) {
				t.Fatalf("%s %s in\n%s", step[0], step[1], s)
			}
		}
		if calls["client"] < 2 || calls["server"] < 2 {
			unfinished++
		}
	}
	if unfinished == 0 {
		t.Error("no handshake was left unfinished")
	}
}
