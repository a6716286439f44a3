package conformance

import (
	"slices"
	"strconv"
	"strings"
)

// Minimise returns a smaller script for which fails is still true: steps are left
// out as long as any can be, then numbers are made smaller. Directives stay.
// fails must be true of the script itself, else it is returned as it is.
func Minimise(script string, fails func(string) bool) string {
	m := minimiser{fails: fails}
	for line := range strings.Lines(script) {
		line = strings.TrimRight(line, "\r\n")
		switch words := strings.Fields(line); {
		case len(words) == 0:
		case slices.Contains([]string{"client", "server", "c2s", "s2c"}, words[0]):
			m.steps = append(m.steps, line)
		default:
			m.head = append(m.head, line)
		}
	}
	if !fails(script) || !m.try(m.steps) {
		return script
	}
	for before := ""; before != m.text(m.steps); {
		before = m.text(m.steps)
		m.leaveOut()
		m.shrink()
	}
	return m.text(m.steps)
}

type minimiser struct {
	fails func(string) bool
	head  []string // the directives and comments
	steps []string // the least that still fails
}

func (m *minimiser) text(steps []string) string {
	return strings.Join(slices.Concat(m.head, steps), "\n") + "\n"
}

// try keeps steps if they still fail.
func (m *minimiser) try(steps []string) bool {
	if !m.fails(m.text(steps)) {
		return false
	}
	m.steps = slices.Clone(steps)
	return true
}

// leaveOut drops runs of steps, long ones first, until no single one can go.
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

// shrink tries smaller numbers in each step.
func (m *minimiser) shrink() {
	for i := range m.steps {
		for m.shrinkStep(i) {
		}
	}
}

// shrinkStep replaces the number of one step by the first smaller one that still
// fails, and reports whether there was one.
func (m *minimiser) shrinkStep(i int) bool {
	at := strings.LastIndexByte(m.steps[i], ' ') + 1
	n, err := strconv.Atoi(m.steps[i][at:])
	if err != nil || strings.Contains(m.steps[i], "quiet") || strings.Contains(m.steps[i], "SSL_set_shutdown") {
		return false
	}
	for _, less := range []int{0, 1, 5, 10, n / 2, n - 1} {
		if less < 0 || less >= n {
			continue
		}
		steps := slices.Clone(m.steps)
		steps[i] = steps[i][:at] + strconv.Itoa(less)
		if m.try(steps) {
			return true
		}
	}
	return false
}
