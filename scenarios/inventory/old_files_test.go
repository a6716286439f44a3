package inventory

import (
	"os"
	"slices"
	"strings"
	"testing"
)

// firstPrefix begins the versions in files of the first format. Those in testdata were saved by the
// page of that time.
const firstPrefix = "close_notify-inventory-1-"

// readFile is what the page says about a file.
type readFile struct {
	Failed         string
	Version, Form  string
	Current        bool
	Marks          []mark
	Beliefs        []string // what the marks stand for
	Right, Grouped int      // right answers, and in how many groups it is with a result of today
}

// readAgain reads files together with a result of today. change is a program that changes the key
// before.
func readAgain(t *testing.T, change string, files ...string) []readFile {
	t.Helper()
	var got []readFile
	inNode(t, change+`
		done(data.map((text) => {
			let r;
			try { r = readResult(text, key); } catch (error) { return { Failed: error.message }; }
			const answers = key.forms[r.form].items.map(() => null);
			const today = readResult(resultText({ version: key.forms[r.form].version, form: r.form, name: "", date: "2027-01-01", answers }, key), key);
			return { ...r, Right: rightAnswers(r), Beliefs: [...shownIn(r)].map((id) => beliefIn([today, r], key, id)), Grouped: groupsOf([r, today]).length };
		}));`, files, &got)
	return got
}

// changedKey is a key of a time when the questions have changed and misconceptions are gone.
const changedKey = `
	key.forms.a.version += "0"; key.forms.b.version += "0";
	for (const f of Object.values(key.forms)) f.items = f.items.slice(0, 11).reverse();
	for (const id of ["0-means-failure", "answers-by-itself"]) delete key.confusions[id];
	for (const f of Object.values(key.forms)) f.items = f.items.filter((i) => key.confusions[i.about]).map((i) => ({ ...i, stands: i.stands.map(() => []) }));
`

// oldFiles are the files of the first format with what was right in them.
var oldFiles = []struct {
	name  string
	right int
	marks []string // what the wrong answers stood for
}{
	{"testdata/first-a.json", 5, []string{"0-means-failure", "second-call-is-1", "arrival-sets-received", "no-write-after-zero-return", "shutdown-waits"}},
	{"testdata/first-b.json", 4, []string{"0-means-failure", "arrival-sets-received", "want-read-means-failure", "eof-is-syscall"}},
}

// TestFilesOfTheFirstFormat: they are read with the meaning that their answers had, also when the
// questions have changed.
func TestFilesOfTheFirstFormat(t *testing.T) {
	for _, old := range oldFiles {
		text, err := os.ReadFile(old.name)
		if err != nil {
			t.Fatal(err)
		}
		for _, change := range []string{"", changedKey} {
			got := readAgain(t, change, string(text))[0]
			var stands []string
			for _, m := range got.Marks {
				stands = append(stands, m.Stands...)
			}
			if got.Failed != "" || got.Right != old.right || !slices.Equal(stands, old.marks) || len(got.Beliefs) != len(old.marks) || slices.Contains(got.Beliefs, "") {
				t.Errorf("%s: %+v", old.name, got)
			}
			if change != "" && (got.Current || got.Grouped != 2) {
				t.Errorf("%s is taken for answers to the questions of today: %+v", old.name, got)
			}
		}
	}
}

// TestUnknownFileOfTheFirstFormat: answers whose questions nobody knows are refused.
func TestUnknownFileOfTheFirstFormat(t *testing.T) {
	text, err := os.ReadFile(oldFiles[0].name)
	if err != nil {
		t.Fatal(err)
	}
	good := string(text)
	for changed, want := range map[string]string{
		strings.Replace(good, "7bff95dd", "7bff95de", 1):                                   "whose questions this site does not know",
		strings.Replace(good, firstPrefix+"7bff95dd", firstPrefix[:len(firstPrefix)-1], 1): `"version" does not begin`,
		strings.Replace(good, `"form": "a"`, `"form": "b"`, 1):                             `"form" is b, but "version" is that of form a`,
		strings.Replace(good, "null", "null, null", 1):                                     `"answers" has 13 entries, but there are 12 questions`,
		strings.Replace(good, "null", `"e"`, 1):                                            `question 4: it must be a letter from a to d, or null`,
	} {
		if got := readAgain(t, "", changed)[0]; !strings.Contains(got.Failed, want) {
			t.Errorf("says %q, want %q", got.Failed, want)
		}
	}
}

// TestFilesAfterAChange: a file of today is read when the questions have changed and misconceptions
// are gone, with the marks and names that it holds.
func TestFilesAfterAChange(t *testing.T) {
	text := fileOf(t, filled(t, "a", "Ada", "2026-11-27", "!-**!*******"))
	got := readAgain(t, changedKey, text)[0]
	belief := forms(t)[0].Items[0].Confusion.Belief
	if got.Failed != "" || got.Current || got.Grouped != 2 || got.Right != 9 || len(got.Marks) != 12 || !got.Marks[1].Open {
		t.Fatalf("%+v", got)
	}
	if len(got.Beliefs) != 2 || got.Beliefs[0] != belief || got.Marks[0].About != "0-means-failure" {
		t.Errorf("%q", got.Beliefs)
	}
	// Whoever changes what is right in a file of today's questions changes nothing.
	honest := readAgain(t, "", text, strings.ReplaceAll(text, `"right": true`, `"right": false`))
	if honest[1].Failed != "" || honest[0].Right != honest[1].Right || !honest[1].Current || honest[1].Grouped != 1 {
		t.Errorf("%+v", honest)
	}
}
