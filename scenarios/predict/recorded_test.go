package predict_test

import (
	"os"
	"path/filepath"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/conformance"
	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/predict"
)

// tally counts questions by whether a trace can judge them.
type tally struct {
	judged, unknown, choices int
	asked                    int                    // of the unknown, those that a harness has confirmed
	ofPrograms               map[predict.Aspect]int // of the judged, those about steps of programs
}

// check judges the questions of a script, of one step in every, by what a real library has done with
// it: the right choice is right, and no other one is.
func (c *tally) check(t *testing.T, name string, s script.Script, lines []string, every int) {
	t.Helper()
	h, path := run(t, s)
	trace := readTrace(t, lines)
	for _, q := range questions(h, path, every) {
		if !c.choicesDiffer(q) {
			t.Errorf("%s: step %d, %s: two choices are the same: %v", name, q.Step, q.Aspect, texts(q))
		}
		if judge(trace, q.Step, q.Choices[q.Right].Answer, h.World(0).Config()) == unknown {
			c.unknown++
			c.asked += checkByLibrary(t, s, untilStep(h, path, q), q.Step, q.Choices[q.Right].Answer)
			continue
		}
		c.judged++
		if h.Op(path[q.Step]).Verb.IsOfProgram() {
			c.ofPrograms[q.Aspect]++
		}
		for i, choice := range q.Choices {
			if got := judge(trace, q.Step, choice.Answer, h.World(0).Config()); (got == right) != (i == q.Right) {
				t.Errorf("%s: step %d, %s\n%s\n%q of %q, the right one being %q\n%s", name, q.Step, q.Text, s.String(), choice.Text, texts(q), q.Choices[q.Right].Text, lines[q.Step-1])
			}
		}
	}
}

// choicesDiffer reports whether there are three to five choices, of which no two read or are alike.
func (c *tally) choicesDiffer(q predict.Question) bool {
	seen := map[any]bool{}
	for _, choice := range q.Choices {
		c.choices++
		if seen[choice.Text] || seen[choice.Answer] || choice.Text != choice.Answer.Text() || choice.Answer.Aspect != q.Aspect {
			return false
		}
		seen[choice.Text], seen[choice.Answer] = true, true
	}
	return len(q.Choices) >= 3 && len(q.Choices) <= 5
}

// texts are the choices of a question.
func texts(q predict.Question) []string {
	var list []string
	for _, c := range q.Choices {
		list = append(list, c.Text)
	}
	return list
}

// TestAnswersOfLessons: in all lessons, under each release and in each version, the right choice is
// what the real library did.
func TestAnswersOfLessons(t *testing.T) {
	c := tally{ofPrograms: map[predict.Aspect]int{}}
	for _, l := range library.All() {
		recorded, err := conformance.ReadTraces(filepath.Join("..", "library", l.Name, "recorded.gz"))
		if err != nil {
			t.Fatal(err)
		}
		for name, s := range lessons(t) {
			file, ok := ofLesson(name, l.Name)
			if !ok {
				continue
			}
			for _, p := range engine.Profiles() {
				for _, v := range engine.Versions {
					key := p.Name + " " + file + " " + v.String()
					if lines, ok := recorded[key]; ok {
						c.check(t, l.Name+" "+key, under(s, p.Name, v), lines, 1)
					}
				}
			}
		}
	}
	c.report(t)
	c.reportPrograms(t)
}

// programsOfEngine is where the engine's tests have scripts with programs and their recordings.
var programsOfEngine = filepath.Join("..", "..", "engine", "testdata", "programs")

// TestAnswersOfPrograms: the same for the programs with which the engine is compared.
func TestAnswersOfPrograms(t *testing.T) {
	c := tally{ofPrograms: map[predict.Aspect]int{}}
	files, err := filepath.Glob(filepath.Join(programsOfEngine, "*.txt"))
	if err != nil || len(files) == 0 {
		t.Fatalf("%d programs, %v", len(files), err)
	}
	for _, p := range engine.Profiles() {
		if r, ok := conformance.ReleaseOf(p.Name); ok && r.Gone {
			continue // it could not be had any more when programs were recorded
		}
		recorded, err := conformance.ReadTraces(filepath.Join(programsOfEngine, p.Name+".gz"))
		if err != nil {
			t.Fatal(err)
		}
		for _, file := range files {
			text, err := os.ReadFile(file)
			if err != nil {
				t.Fatal(err)
			}
			s, err := script.Parse(string(text))
			if err != nil {
				t.Fatal(err)
			}
			name := strings.TrimSuffix(filepath.Base(file), ".txt")
			for _, v := range engine.Versions {
				if lines, ok := recorded[name+" "+v.String()]; ok {
					c.check(t, name+" "+p.Name, under(s, p.Name, v), lines, 1)
				}
			}
		}
	}
	c.reportPrograms(t)
}

// reportPrograms prints how many questions about steps of programs were judged, by what they ask. About the
// other peer's next SSL_read a trace says nothing unless the script has it.
func (c *tally) reportPrograms(t *testing.T) {
	for _, a := range predict.Aspects {
		t.Logf("%s: %d questions about steps of programs judged by recordings", a, c.ofPrograms[a])
		if a != predict.Peer && c.ofPrograms[a] < 50 {
			t.Errorf("%s: only %d questions about steps of programs are judged", a, c.ofPrograms[a])
		}
	}
}

// ofLesson is the file of a script if it belongs to the lesson.
func ofLesson(name, lesson string) (file string, ok bool) {
	for _, file := range []string{"script", "wrong", "right"} {
		if name == lesson+" "+file {
			return file, true
		}
	}
	return "", false
}

// report prints how many questions were judged. Fewer than half would prove little.
func (c *tally) report(t *testing.T) {
	t.Logf("%d questions judged by recordings, %d not shown in them (%d confirmed by harnesses), %d choices", c.judged, c.unknown, c.asked, c.choices)
	if c.judged < 1000 || c.judged < c.unknown {
		t.Errorf("%d questions are judged, %d are not", c.judged, c.unknown)
	}
}

// TestAnswersOfRandomScripts looks at so many scripts of each release, and at one step in so many.
const (
	randomScripts = 340
	everyStep     = 4
)

// TestAnswersOfRandomScripts: the same in random scripts, of which more than 2,000 are looked at.
func TestAnswersOfRandomScripts(t *testing.T) {
	c := tally{ofPrograms: map[predict.Aspect]int{}}
	scripts := 0
	for _, p := range engine.Profiles() {
		file, err := conformance.ReadRecordingsFile(filepath.Join("..", "..", "engine", "conformance", "testdata", "random-"+p.Name+".gz"))
		if err != nil {
			t.Fatal(err)
		}
		n := 0
		for r, err := range file.All() {
			if err != nil {
				t.Fatal(err)
			}
			if n == randomScripts {
				break
			}
			if !strings.Contains(r.Trace[0], `"errors":`) {
				continue // recorded when fin did not yet make its sender's writes fail
			}
			s, err := script.Parse(r.Script())
			if err != nil {
				t.Fatal(err)
			}
			n, scripts = n+1, scripts+1
			c.check(t, p.Name, under(s, p.Name, s.Config.Version), r.Trace, everyStep)
		}
	}
	if scripts < 2000 {
		t.Errorf("only %d scripts", scripts)
	}
	c.report(t)
}
