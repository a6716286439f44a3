package link

import (
	"math/rand/v2"
	"reflect"
	"runtime"
	"strings"
	"testing"
	"unicode"
	"unicode/utf8"

	"closenotify/scenarios/library"
)

func TestBadLinks(t *testing.T) {
	good := mustEncode(t, everything(t), 0)
	tests := []struct{ name, link, want string }{
		{"empty", "", "empty"},
		{"too long", "1" + strings.Repeat("A", MaxLength), "too long"},
		{"other version", "4AAAA", "newer version"},
		{"not a link", "hello", "begins with \"h\""},
		{"bad character", "1AA%3D", "character 4, '%', cannot be part"},
		{"bad character that nobody sees", "2AA\u202e", `character 4, '\u202e', cannot be part`},
		{"cut", good[:len(good)/2], "cut short"},
		{"only the version", "2", "cut short"},
		{"more after it", good + "AA", "damaged"},
		{"step not a number", good + ".x", `step is "x"`},
		{"step with a zero at its front", good + ".03", `step is "03"`},
		{"step 0 written", good + ".0", `step is "0"`},
		{"two steps", good + ".1.2", `step is "1.2"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			link, err := decode(tt.link)
			if err == nil || !strings.Contains(err.Error(), tt.want) {
				t.Errorf("got %v, want %q", err, tt.want)
			}
			if !reflect.DeepEqual(link, Link{}) {
				t.Errorf("something came with the error: %+v", link)
			}
		})
	}
}

func TestTooMuchForALink(t *testing.T) {
	long := mustParse(t, strings.Repeat("client SSL_shutdown\n", maxSteps+1))
	if _, err := encode(long, 0); err == nil || !strings.Contains(err.Error(), "at most 4096 steps") {
		t.Errorf("too many steps: %v", err)
	}
	told := mustParse(t, "# "+strings.Repeat("x", maxText)+"yz\n\nclient SSL_shutdown\n")
	if _, err := encode(told, 0); err == nil || !strings.Contains(err.Error(), "narration") {
		t.Errorf("too much text: %v", err)
	}
	wide := mustParse(t, strings.Repeat("client SSL_write 1048576\nclient SSL_write 1048575\n", maxSteps/2))
	if _, err := encode(wide, 0); err == nil || !strings.Contains(err.Error(), "8192 characters") {
		t.Errorf("too many characters: %v", err)
	}
	if _, err := EncodeReadable(wide, 0); err == nil || !strings.Contains(err.Error(), "8192 characters") {
		t.Errorf("too many characters to read: %v", err)
	}
	checkRoundTrip(t, mustParse(t, strings.Repeat("client SSL_shutdown\n", maxSteps)), maxSteps)
	checkRoundTrip(t, mustParse(t, "# "+strings.Repeat("é", maxText/2)+"\n\nclient SSL_shutdown\n"), 1)
}

// TestEveryWrongCharacterIsNoticed changes each character of links to every other.
func TestEveryWrongCharacterIsNoticed(t *testing.T) {
	for _, good := range []string{"1QDBGRqYBGpkABRGZzW", mustEncode(t, library.All()[0].Script, 0), mustEncode(t, withoutText(library.All()[1].Script), 0)} {
		missed := 0
		for i := 1; i < len(good); i++ {
			for _, c := range []byte(alphabet) {
				bad := good[:i] + string(c) + good[i+1:]
				if _, err := decode(bad); bad != good && err == nil {
					missed++
				}
			}
		}
		if missed > 0 {
			t.Errorf("%s: %d of %d changes were not noticed", good, missed, 63*(len(good)-1))
		}
	}
}

// TestErrorsFitANotice: an error has at most 70 characters, all of which can be seen,
// whatever is done to a link.
func TestErrorsFitANotice(t *testing.T) {
	check := func(link string) {
		t.Helper()
		_, err := decode(link)
		if err == nil {
			return
		}
		unseen := func(c rune) bool { return !unicode.IsPrint(c) }
		if text := err.Error(); utf8.RuneCountInString(text) > 70 || !utf8.ValidString(text) || strings.ContainsFunc(text, unseen) {
			t.Fatalf("%.80q: %d characters: %q", link, utf8.RuneCountInString(text), text)
		}
	}
	for _, part := range []string{"A", "c-", "x", "1", "0", "-", "_", ".", "\u202e", "\u2028", "\xff", "\U000E0041", "é", "t.", "c-SSL_read-1-", "openssl-", "transport-bio-pair-", "SSL_set_shutdown-"} {
		for _, start := range []string{"", "1", "2", "t.", "t.c-SSL_shutdown.", "t.c-", "t.c2s-deliver-", "t.c-SSL_read-1-", "t.transport-", "9", "2P", "2Tf"} {
			for _, n := range []int{1, 3, 100, 1000, MaxLength - 20, MaxLength} {
				check(start + strings.Repeat(part, n))
			}
		}
	}
	corpus := strings.Fields(strings.Join(oldLinks(t), " ") + " " + mustEncode(t, everything(t), 3))
	random := rand.New(rand.NewPCG(5, 5))
	for range 20_000 {
		b := []byte(corpus[random.IntN(len(corpus))])
		for range 1 + random.IntN(4) {
			i := random.IntN(len(b))
			switch random.IntN(4) {
			case 0:
				b[i] = byte(random.IntN(256))
			case 1:
				b[i] = alphabet[random.IntN(64)]
			case 2:
				b = append(b[:i:i], append([]byte(string(rune(random.IntN(0x3000)))), b[i:]...)...)
			case 3:
				b = b[:max(1, i)]
			}
		}
		check(string(b))
	}
}

// TestHugeCountsCostNothing: what a link says of its own size is not believed.
func TestHugeCountsCostNothing(t *testing.T) {
	huge := string(appendNumber(nil, 1<<31-1))
	for _, body := range []string{
		"S" + huge, section('S', huge), section('S', "gE"+huge), section('P', "B"+huge+huge+huge), section('P', "BJv"+huge+huge+huge),
		section('T', huge), section('T', "A"+huge), section('C', "AAAB"+huge), section('C', "AAABA"),
	} {
		before := allocated()
		_, err := decode(sealed(body, 0))
		if used := allocated() - before; used > 1<<20 || err == nil {
			t.Errorf("%s: %d bytes, %v", body, used, err)
		}
	}
}

// allocated is how many bytes have ever been asked for.
func allocated() uint64 {
	var m runtime.MemStats
	runtime.ReadMemStats(&m)
	return m.TotalAlloc
}
