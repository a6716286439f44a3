package conformance

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"os/exec"
	"strings"
	"time"
)

// defaultTimeout is how long a harness may take for one script, and to compile its programs,
// before it is killed.
const defaultTimeout = time.Minute

// Harness runs scripts with a harness binary. The process stays for the next script, and
// is started again after a crash. Use it from one goroutine at a time.
type Harness struct {
	path    string
	timeout time.Duration
	process *process // nil while none is running
}

// process is a running harness.
type process struct {
	cmd    *exec.Cmd
	in     io.WriteCloser
	out    *bufio.Reader
	stderr bytes.Buffer
}

// NewHarness returns a Harness for the binary at path. The first Run starts it.
func NewHarness(path string) *Harness { return &Harness{path: path, timeout: defaultTimeout} }

// version returns which OpenSSL the binary runs on: "OpenSSL 3.5.7 9 Jun 2026".
func (h *Harness) version() (string, error) {
	out, err := exec.Command(h.path, "-version").Output()
	if err != nil {
		return "", fmt.Errorf("%s -version: %w", h.path, err)
	}
	return strings.TrimSpace(string(out)), nil
}

// Run returns the trace of the script, a JSON object for each step. It is an error if the
// binary refuses the script, crashes, or takes too long.
func (h *Harness) Run(script string) ([]string, error) {
	if hasSeparator(script) {
		return nil, errors.New("conformance: one script at a time, without the line ---")
	}
	if isUnfinished(script) {
		return nil, errors.New("conformance: a program without its last line, " + programEnd)
	}
	if h.process == nil {
		p, err := start(h.path)
		if err != nil {
			return nil, err
		}
		h.process = p
	}
	lines, err := h.process.script(script, h.timeout)
	if err != nil {
		h.process.end()
		h.process = nil
		return nil, fmt.Errorf("%s: %w", h.path, err)
	}
	if len(lines) == 1 && strings.HasPrefix(lines[0], `{"error":`) {
		return nil, fmt.Errorf("%s refuses the script: %s", h.path, lines[0])
	}
	return lines, nil
}

// Repeats reports whether the binary gives the same trace again, as often as times says.
// A library that reads ciphertext as a header may not: ciphertext is new each time.
func (h *Harness) Repeats(script string, trace []string, times int) bool {
	for range times {
		again, err := h.Run(script)
		if err != nil {
			return false
		}
		if _, differ := Compare(script, trace, again); differ {
			return false
		}
	}
	return true
}

// Close ends the process. A later Run starts it again.
func (h *Harness) Close() {
	if h.process != nil {
		h.process.end()
		h.process = nil
	}
}

func start(path string) (*process, error) {
	p := &process{cmd: exec.Command(path)}
	p.cmd.Stderr = &p.stderr
	in, err := p.cmd.StdinPipe()
	if err != nil {
		return nil, err
	}
	out, err := p.cmd.StdoutPipe()
	if err != nil {
		return nil, err
	}
	p.in, p.out = in, bufio.NewReader(out)
	if err := p.cmd.Start(); err != nil {
		return nil, err
	}
	return p, nil
}

// script runs one script. Its trace ends with an empty line.
func (p *process) script(text string, timeout time.Duration) ([]string, error) {
	timer := time.AfterFunc(timeout, func() { p.cmd.Process.Kill() })
	lines, err := p.exchange(text)
	if timer.Stop() || err == nil {
		return lines, err
	}
	return nil, fmt.Errorf("no answer within %v to\n%s", timeout, text)
}

func (p *process) exchange(text string) ([]string, error) {
	if !strings.HasSuffix(text, "\n") {
		text += "\n"
	}
	if _, err := io.WriteString(p.in, text+"---\n"); err != nil {
		return nil, p.crashed(text)
	}
	var lines []string
	for {
		line, err := p.out.ReadString('\n')
		if err != nil {
			return nil, p.crashed(text)
		}
		line = strings.TrimSuffix(line, "\n")
		if line == "" {
			return lines, nil
		}
		lines = append(lines, line)
	}
}

// crashed waits until the process has ended, and returns an error with what it wrote to
// standard error.
func (p *process) crashed(text string) error {
	p.in.Close()
	err := p.cmd.Wait()
	return fmt.Errorf("ended (%v) %s in the script\n%s", err, strings.TrimSpace(p.stderr.String()), text)
}

// end closes the input, which makes the process end. If it does not, it is killed.
func (p *process) end() {
	p.in.Close()
	timer := time.AfterFunc(time.Second, func() { p.cmd.Process.Kill() })
	defer timer.Stop()
	p.cmd.Wait()
}
