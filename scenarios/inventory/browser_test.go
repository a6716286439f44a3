package inventory

import (
	"strings"
	"testing"

	"closenotify/scenarios/node"
)

// inNode runs a program after the scripts of the pages that need no page. The key is in the constant
// key.
func inNode(t *testing.T, program string, data, result any) {
	t.Helper()
	key, err := KeyOf(forms(t))
	if err != nil {
		t.Fatal(err)
	}
	text, err := key.JSON()
	if err != nil {
		t.Fatal(err)
	}
	node.Run(t, []string{"course/format.js", "course/tally.js"}, "const key = "+string(text)+";"+program, data, result)
}

// sheet is a result before it is written.
type sheet struct {
	Version string    `json:"version"`
	Form    string    `json:"form"`
	Name    string    `json:"name"`
	Date    string    `json:"date"`
	Answers []*string `json:"answers"`
}

// filled is a form with the given answers: a letter for each question, "-" for none, "*" for the
// right one, and "!" for the one that stands for the misconception that the question is about.
func filled(t *testing.T, form, name, date, answers string) sheet {
	t.Helper()
	f := forms(t)[form[0]-'a']
	s := sheet{f.Version(), form, name, date, nil}
	for i, c := range answers {
		item := f.Items[i]
		letter := string(c)
		switch c {
		case '-':
			s.Answers = append(s.Answers, nil)
			continue
		case '*':
			letter = string('a' + rune(item.Question.Right))
		case '!':
			for n, stands := range item.Stands {
				if len(stands) == 1 && stands[0] == item.Confusion {
					letter = string('a' + rune(n))
				}
			}
		}
		s.Answers = append(s.Answers, &letter)
	}
	return s
}

// mark is what a file says about an answer.
type mark struct {
	About       string
	Right, Open bool
	Stands      []string
}

// TestFilesAreReadAgain: what is written is read again, with names of all kinds, and marked as the
// forms say.
func TestFilesAreReadAgain(t *testing.T) {
	all := []sheet{
		filled(t, "a", "", "2026-11-27", "************"),
		filled(t, "b", "Ada", "2026-02-28", "!!!!!!!!!!!!"),
		filled(t, "a", "  Zoë <b>\"\\ \u202e\u0000\n x ", "2028-02-29", "*-!*-!*-!*-!"),
		filled(t, "b", strings.Repeat("\U0001F600", 100), "2026-12-31", "------------"),
	}
	var got []struct {
		File struct {
			sheet
			Current bool
		}
		Name  string
		Marks []mark
	}
	inNode(t, `done(data.map((r) => {
		const file = readResult(resultText(r, key), key);
		return { file, name: resultFileName(file), marks: file.marks };
	}))`, all, &got)
	for i, want := range []struct{ name, file string }{
		{"", "inventory-a-2026-11-27.json"}, {"Ada", "inventory-b-ada-2026-02-28.json"},
		{`Zoë <b>"\ x`, "inventory-a-zoë-b-x-2028-02-29.json"}, {strings.Repeat("\U0001F600", 80), "inventory-b-2026-12-31.json"},
	} {
		g := got[i]
		if g.File.Name != want.name || g.Name != want.file || g.File.Date != all[i].Date || g.File.Version != all[i].Version || !g.File.Current {
			t.Errorf("sheet %d: %+v in %s", i, g.File, g.Name)
		}
		for n, m := range g.Marks {
			item := forms(t)[all[i].Form[0]-'a'].Items[n]
			answer := []string{"************", "!!!!!!!!!!!!", "*-!*-!*-!*-!", "------------"}[i][n]
			right, open, wrong := answer == '*', answer == '-', answer == '!'
			if m.About != item.Confusion.ID || m.Right != right || m.Open != open || wrong != (len(m.Stands) == 1 && m.Stands[0] == m.About) {
				t.Errorf("sheet %d, question %d: %+v", i, n+1, m)
			}
		}
	}
}

// fileOf is the text of the file in which the page saves a sheet.
func fileOf(t *testing.T, s sheet) string {
	t.Helper()
	var text string
	inNode(t, "done(resultText(data, key));", s, &text)
	return text
}

// TestBadFiles: what is wrong with a file is said, and where.
func TestBadFiles(t *testing.T) {
	good := fileOf(t, filled(t, "a", "Ada", "2026-11-27", "*-!*-!*-!*-!"))
	change := func(from, to string) string {
		if !strings.Contains(good, from) {
			t.Fatalf("%s is not in %s", from, good)
		}
		return strings.Replace(good, from, to, 1)
	}
	version := forms(t)[0].Version()
	bad := map[string]string{
		"":                                      "line 1, column 1: a value is expected here, not the end",
		"{\n \"version\": \"x\",\n \"form\" 1}": `line 3, column 9: : is expected here, not 1`,
		"PNG\r\n\x1a":                           "line 1, column 1: this is not JSON",
		"[]":                                    "it holds no object", "null": "it holds no object", "3": "it holds no object",
		"{}":                                                               `"version" is missing`,
		good + "x":                                                         "this is not JSON",
		good + "{}":                                                        "the end is expected here, not {",
		strings.TrimSuffix(good, "}\n"):                                    ", or } is expected here, not the end",
		strings.Repeat("[", 5000):                                          "nested too deeply",
		strings.Repeat(" ", 20001):                                         "more than 20000 characters",
		change(`"form"`, `"form":"a","form"`):                              `"form" is there twice`,
		change(`"form"`, `"__proto__":{},"form"`):                          `"__proto__" does not belong`,
		change(`"name"`, `"nome"`):                                         `"name" is missing`,
		change(`"form": "a"`, `"form":"c"`):                                `"form" must be one of a, b`,
		change(`"form": "a"`, `"form":"toString"`):                         `"form" must be one of a, b`,
		change(`"form": "a"`, `"form":"b"`):                                `"form" is b, but "version" is that of form a`,
		change(version, "1"):                                               `"version" does not begin`,
		change(version, firstPrefix+"toString"):                            `"misconceptions" does not belong in a result`,
		change(`"Ada"`, `7`):                                               `"name" must be a text`,
		change(`"Ada"`, `"`+strings.Repeat("x", 81)+`"`):                   `"name" has more than 80 characters`,
		change("2026-11-27", "2026-02-30"):                                 `"date" must be a day`,
		change("2026-11-27", "27.11.2026"):                                 `"date" must be a day`,
		change(`null`, `"e"`):                                              `"answers", question 2: it must be a letter from a to d, or null`,
		change(`null`, `1`):                                                `"answers", question 2: "answer" must be a letter, or null`,
		change(`null`, `["a"]`):                                            `"answers", question 2`,
		change(`"right": true`, `"right": 1`):                              `"answers", question 1: "right" must be true or false`,
		change(`"right": false`, `"right": true`):                          `"answers", question 2: "right" and "stands" do not fit`,
		change(`"stands": []`, `"stands": {}`):                             `"answers", question 1: "stands" must be a list`,
		change(`"stands": []`, `"stands": ["x"]`):                          `"answers", question 1: "x" is not among`,
		change(`"stands": []`, `"stands": ["toString"]`):                   `"answers", question 1: "toString" is not among`,
		change(`"answers": [`, `"answers": [null,`):                        `"answers", question 1: it must be an object`,
		change(`"answers": [`, `"answers": [], "x": [`):                    `"x" does not belong`,
		change(`"misconceptions": {`, `"misconceptions": {"A":"",`):        `the name "A"`,
		change(`"misconceptions": {`, `"misconceptions": {"x":"a\u202e",`): `"misconceptions", x: it must be a text of one line`,
	}
	var got map[string]string
	inNode(t, `
		const said = {};
		for (const text of data) {
			try { readResult(text, key); said[text] = "read"; }
			catch (error) { said[text] = error instanceof FileError ? error.message : "not a FileError: " + error.stack; }
		}
		done(said);`, keys(bad), &got)
	for text, want := range bad {
		if !strings.Contains(got[text], want) {
			t.Errorf("%.200s\nsays %q, want %q", text, got[text], want)
		}
	}
}

func keys(m map[string]string) []string {
	var list []string
	for k := range m {
		list = append(list, k)
	}
	return list
}

// TestDamagedFiles changes good files at random. The reader takes exactly what JSON.parse takes,
// apart from keys that stand twice and deep brackets; nothing but a FileError is thrown; and what is
// read is whole.
func TestDamagedFiles(t *testing.T) {
	var got struct {
		Read, Refused int
		Wrong         []string
	}
	inNode(t, `
		let seed = 1;
		const random = (n) => { seed = (Math.imul(seed, 1103515245) + 12345) >>> 0; return Math.floor((seed / 2 ** 32) * n); };
		const signs = ["{", "}", "[", "]", ",", ":", '"', "\\", "0", "-", "1e5", "null", "tru", "é", "\n", "\u0000", " ", "a", "\\u00e9", '"name":', "\ud800"];
		const result = { Read: 0, Refused: 0, Wrong: [] };
		for (let round = 0; round < 30000; round++) {
			let text = resultText(data[random(data.length)], key);
			for (let n = random(4); n >= 0; n--) {
				const at = random(text.length);
				text = text.slice(0, at) + (random(3) ? signs[random(signs.length)] : "") + text.slice(at + random(3) * random(3));
			}
			let parsed, own;
			try { parsed = JSON.stringify(JSON.parse(text)); } catch { parsed = "refused"; }
			try { own = JSON.stringify(readJSON(text)); } catch (error) { own = error instanceof FileError ? "refused" : String(error.stack); if (/twice|deeply/.test(error.message)) continue; }
			if (own !== parsed) result.Wrong.push(text + "\n" + own + "\n" + parsed);
			try {
				const r = readResult(text, key);
				result.Read++;
				if (r.marks.length !== r.answers.length || r.current && r.marks.length !== 12 || typeof r.name !== "string") result.Wrong.push(text);
			} catch (error) {
				result.Refused++;
				if (!(error instanceof FileError)) result.Wrong.push(text + "\n" + error.stack);
			}
		}
		done(result);`, []sheet{filled(t, "a", "Ada", "2026-11-27", "*-!*-!*-!*-!"), filled(t, "b", "", "2026-11-28", "************")}, &got)
	if len(got.Wrong) > 0 {
		t.Errorf("%d wrong, such as\n%s", len(got.Wrong), got.Wrong[0])
	}
	if got.Read < 100 || got.Refused < 10000 {
		t.Errorf("%d files were read, %d refused", got.Read, got.Refused)
	}
}

// TestTallies counts a small class.
func TestTallies(t *testing.T) {
	class := []sheet{
		filled(t, "a", "Ada", "2026-09-01", "!***********"),
		filled(t, "b", " ada ", "2026-12-01", "************"),
		filled(t, "b", "Bob", "2026-09-01", "!!-*********"),
		filled(t, "a", "Bob", "2026-12-01", "!***********"),
		filled(t, "a", "Cy", "2026-09-01", "------------"),
		filled(t, "a", "", "2026-09-01", "!***********"),
		filled(t, "b", "", "2026-12-01", "************"),
		filled(t, "a", "=Eve,\"x\"", "2026-09-01", "************"),
		filled(t, "b", "=Eve,\"x\"", "2026-09-01", "************"),
		filled(t, "b", "=Eve,\"x\"", "2026-09-02", "************"),
	}
	var got struct {
		A, B struct {
			Results []sheet
			Items   []struct{ Right, Open int }
		}
		Common []struct {
			ID string
			N  int
		}
		Pairs struct {
			Pairs []struct {
				Name          string
				Before, After sheet
			}
			Unclear []string
		}
		CSV string
	}
	inNode(t, `
		const results = data.map((r) => readResult(resultText(r, key), key));
		const [A, B] = groupsOf(results).map((g) => ({ Results: g.results, Items: tallyGroup(g) }));
		done({ A, B, Common: commonConfusions(results), Pairs: beforeAndAfter(results), CSV: resultsCSV(results) });`, class, &got)
	if a := got.A; len(a.Results) != 5 || a.Items[0].Right != 1 || a.Items[0].Open != 1 || a.Items[1].Right != 4 {
		t.Errorf("form A: %+v", a)
	}
	if b := got.B; len(b.Results) != 5 || b.Items[0].Right != 4 || b.Items[2].Open != 1 {
		t.Errorf("form B: %+v", b)
	}
	if c := got.Common; len(c) != 2 || c[0].ID != "0-means-failure" || c[0].N != 4 || c[1].ID != "second-call-is-1" || c[1].N != 1 {
		t.Errorf("the most common are %+v", c)
	}
	p := got.Pairs
	if len(p.Pairs) != 2 || p.Pairs[0].Name != "Ada" || p.Pairs[0].Before.Form != "a" || p.Pairs[1].Before.Form != "b" || p.Pairs[1].After.Form != "a" {
		t.Errorf("pairs: %+v", p.Pairs)
	}
	if len(p.Unclear) != 1 || p.Unclear[0] != `=Eve,"x"` {
		t.Errorf("unclear: %q", p.Unclear)
	}
	lines := strings.Split(strings.TrimSpace(got.CSV), "\r\n")
	a := forms(t)[0].Version()
	if len(lines) != 11 || lines[1] != ",Ada,a,"+a+",2026-09-01,11,0,1,1,1,1,1,1,1,1,1,1,1,0-means-failure" || !strings.HasPrefix(lines[8], `,"'=Eve,""x""",a,`+a+`,2026-09-01,12,1`) || lines[5] != ",Cy,a,"+a+",2026-09-01,0,,,,,,,,,,,,," {
		t.Errorf("the table is\n%s", got.CSV)
	}
}
