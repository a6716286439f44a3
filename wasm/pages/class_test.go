package pages

import (
	"strings"
	"testing"

	"closenotify/scenarios/library"
	"closenotify/scenarios/node"
)

// inNode runs a program after web/course/set.js. numbers are those of the lessons.
func inNode(t *testing.T, program string, result any) {
	t.Helper()
	var numbers []int
	for _, l := range library.All() {
		numbers = append(numbers, l.Number)
	}
	node.Run(t, []string{"course/set.js"}, `
		const numbers = data;
		let seed = 7;
		const random = (n) => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return Math.floor((seed / 2 ** 32) * n); };
		const shuffled = (list) => list.map((v) => [random(1e9), v]).sort((a, b) => a[0] - b[0]).map((p) => p[1]);
		const refusal = (text, known = numbers) => {
			try { decodeSet(text, known); return ""; }
			catch (error) { return error instanceof SetError ? error.message : "not a SetError: " + error.stack; }
		};
	`+program, numbers, result)
}

// TestLinksOfSets: a set is the same after it was a link. Links are short, and end in a letter or a
// digit; mail programs leave out other signs at the end.
func TestLinksOfSets(t *testing.T) {
	var wrong []string
	inNode(t, `
		const wrong = [];
		const many = [...Array(setLimits.number + 1).keys()];
		for (let round = 0; round < 3000; round++) {
			const known = round % 2 ? numbers : many;
			const set = { hide: random(2) === 1, ask: random(2) === 1, present: random(2) === 1, lessons: shuffled(known).slice(0, 1 + random(Math.min(known.length, setLimits.lessons))) };
			const link = encodeSet(set);
			if (JSON.stringify(decodeSet(link, known)) !== JSON.stringify(set)) wrong.push("another set: " + link);
			if (!/^[0-9A-Za-z_-]*[0-9A-Za-z]$/.test(link) || link.length > 5 + 3 * set.lessons.length) wrong.push("form: " + link);
		}
		done(wrong.slice(0, 5));`, &wrong)
	for _, text := range wrong {
		t.Error(text)
	}
}

// TestBadLinksOfSets: what is wrong with a link is said.
func TestBadLinksOfSets(t *testing.T) {
	var got map[string]string
	inNode(t, `
		const set = { hide: true, ask: false, present: false, lessons: [2, 1] };
		const link = encodeSet(set);
		const checked = (text) => text + setCheck(text);
		done({
			"longer than": refusal("1" + "0".repeat(1000)),
			"“<”": refusal("1<script>"),
			"“😀”": refusal("1😀"),
			"a format that": refusal("2" + link.slice(1)),
			"cut off.": refusal("1"),
			"cut off or has been changed": refusal(link.slice(0, -1)),
			"options": refusal(checked("1z1")),
			"no lessons": refusal(checked("10")),
			"no lesson where": refusal(checked("10-1")),
			"longer form": refusal(checked("10-01")),
			"lesson 61, which": refusal(checked("10z")),
			"lesson 1 twice": refusal(checked("1011")),
			"more than 100": refusal(checked("10" + Array.from({ length: 101 }, (_, i) => lessonSigns(i + 62)).join("")), Array.from({ length: 101 }, (_, i) => i + 62)),
		});`, &got)
	if len(got) != 13 {
		t.Errorf("%d messages", len(got))
	}
	for want, message := range got {
		if !strings.Contains(message, want) {
			t.Errorf("%q does not say %q", message, want)
		}
	}
}

// TestDamagedLinksOfSets: no link with one changed, lost or added sign is taken for another set, and
// nothing but a SetError is thrown, whatever stands there.
func TestDamagedLinksOfSets(t *testing.T) {
	var got struct{ Taken, Thrown []string }
	inNode(t, `
		const taken = [], thrown = [];
		const signs = setSigns + "-_";
		for (let round = 0; round < 100000; round++) {
			const link = encodeSet({ hide: random(2) === 1, ask: random(2) === 1, present: random(2) === 1, lessons: shuffled(numbers).slice(0, 1 + random(20)) });
			const at = random(link.length);
			const sign = signs[random(signs.length)];
			const text = link.slice(0, at) + [sign, "", sign + link[at]][round % 3] + link.slice(at + 1);
			const message = text === link ? "same" : refusal(text);
			if (!message) taken.push(link + " " + text);
			if (message.startsWith("not a")) thrown.push(text + " " + message);
		}
		for (let round = 0; round < 100000; round++) {
			const text = Array.from({ length: random(30) }, () => random(20) ? signs[random(signs.length)] : String.fromCharCode(random(65536))).join("");
			for (const form of [text, "1" + text, "10" + text]) {
				const message = refusal(form) || refusal(form + setCheck(form));
				if (message.startsWith("not a")) thrown.push(form + " " + message);
			}
		}
		done({ Taken: taken, Thrown: thrown });`, &got)
	if len(got.Taken) > 3 || len(got.Thrown) > 0 { // the check has 62^3 values
		t.Errorf("%d damaged links are taken (%q), %d throw other errors (%q)", len(got.Taken), got.Taken, len(got.Thrown), got.Thrown)
	}
}

// TestStudentsDoNotSeeTheKey: the sheets and handouts do not say what is right.
func TestStudentsDoNotSeeTheKey(t *testing.T) {
	seen := 0
	for _, p := range all(t) {
		body := string(p.Body)
		switch {
		case strings.HasPrefix(p.Path, Inventory+"key-"), p.Path == Class+"key":
			seen++
			if !strings.Contains(body, "For teachers") {
				t.Errorf("%s does not say that it is for teachers", p.Path)
			}
		case p.Path == Inventory+"a", p.Path == Inventory+"b":
			seen++
			for _, word := range []string{"Right.", "Stands for", `class="good"`, "key-", " checked"} {
				if strings.Contains(body, word) {
					t.Errorf("%s has %q", p.Path, word)
				}
			}
			if n := strings.Count(body, "<fieldset"); n != 12 || strings.Count(body, `<svg `) != 2*n { // for wide screens and for phones
				t.Errorf("%s has %d questions", p.Path, n)
			}
		case p.Path == Class+"print":
			seen++
			if strings.Contains(body, `no">SSL_ERROR_`) || strings.Contains(body, "What to do:") {
				t.Errorf("%s tells what is asked", p.Path)
			}
			if n := strings.Count(body, `class="handout"`); n != len(library.All()) {
				t.Errorf("%s has %d sheets", p.Path, n)
			}
		}
	}
	if seen != 6 {
		t.Errorf("%d pages were looked at, want 6", seen)
	}
}
