package conformance

import (
	"slices"
	"strconv"
	"strings"
)

// Minimise returns a smaller script for which fails is still true: it leaves out steps, programs
// and lines of programs until none can go, and makes numbers of steps smaller. Directives stay. If
// fails is false for the script itself, that is returned.
func Minimise(script string, fails func(string) bool) string {
	m := minimiser{fails: fails}
	m.read(script)
	if !fails(script) || !m.try(m.steps) {
		return script
	}
	for before := ""; before != m.text(m.steps); {
		before = m.text(m.steps)
		m.leaveOut()
		m.shrink()
		m.shrinkPrograms()
	}
	return m.text(m.steps)
}

type minimiser struct {
	fails    func(string) bool
	head     []string   // the directives and comments
	programs [][]string // each from its first line to its last, the shortest so far
	steps    []string   // the shortest list so far that fails
}

// read takes the script apart.
func (m *minimiser) read(script string) {
	inside := false
	for line, ofProgram := range scriptLines(script) {
		line = strings.TrimRight(line, "\r\n")
		switch {
		case ofProgram && !inside:
			m.programs = append(m.programs, []string{line})
		case ofProgram:
			last := len(m.programs) - 1
			m.programs[last] = append(m.programs[last], line)
		case strings.TrimSpace(line) == "":
		case isStep(line):
			m.steps = append(m.steps, line)
		default:
			m.head = append(m.head, line)
		}
		inside = ofProgram && !(inside && line == programEnd)
	}
}

func (m *minimiser) text(steps []string) string {
	return strings.Join(slices.Concat(m.head, slices.Concat(m.programs...), steps), "\n") + "\n"
}

// try keeps steps if they still fail.
func (m *minimiser) try(steps []string) bool {
	if !m.fails(m.text(steps)) {
		return false
	}
	m.steps = slices.Clone(steps)
	return true
}

// leaveOut removes runs of steps, long ones first, until no single step can go.
func (m *minimiser) leaveOut() {
	for size := max(len(m.steps)/2, 1); size >= 1; size /= 2 {
		for from := 0; from < len(m.steps); {
			to := min(from+size, len(m.steps))
			if !m.try(slices.Concat(m.steps[:from], m.steps[to:])) {
				from = to
			}
		}
	}
}

// shrink makes the number in each step as small as possible.
func (m *minimiser) shrink() {
	for i := range m.steps {
		for m.shrinkStep(i) {
		}
	}
}

// shrinkStep tries smaller numbers in one step and keeps the first that still fails. It
// reports whether there was one. The "1" of SSL_set_quiet_shutdown is a word, not a number.
func (m *minimiser) shrinkStep(i int) bool {
	begin := strings.LastIndexByte(m.steps[i], ' ') + 1
	n, err := strconv.Atoi(m.steps[i][begin:])
	if err != nil || takesWord(m.steps[i]) {
		return false
	}
	for _, less := range []int{0, 1, 5, 10, n / 2, n - 1} {
		if less < 0 || less >= n {
			continue
		}
		steps := slices.Clone(m.steps)
		steps[i] = steps[i][:begin] + strconv.Itoa(less)
		if m.try(steps) {
			return true
		}
	}
	return false
}

// takesWord reports whether a word follows the call or step of the network in the line.
func takesWord(line string) bool {
	return slices.ContainsFunc(Verbs, func(v Verb) bool { return len(v.Words) > 0 && isOf(line, v.Word) })
}
