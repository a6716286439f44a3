package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
)

// tracer is a command that prints traces.
type tracer struct {
	path string
	flag string // "-json", or "-streams" of a harness
}

// all returns the traces of the scripts. If the command refuses one of them, they are run
// one by one, and that one's trace is the message.
func (t tracer) all(scripts []string) ([][]string, error) {
	out, message, err := t.run(strings.Join(scripts, "---\n"))
	if err != nil {
		return nil, err
	}
	traces := blocks(out)
	if message == "" && len(traces) == len(scripts) {
		return traces, nil
	}
	traces = make([][]string, len(scripts))
	for i, script := range scripts {
		traces[i] = t.one(script)
	}
	return traces, nil
}

// one returns the trace of one script, or a line with the error if there is no trace.
func (t tracer) one(script string) []string {
	out, message, err := t.run(script)
	if err != nil {
		return []string{err.Error()}
	}
	if traces := blocks(out); message == "" && len(traces) == 1 {
		return traces[0]
	}
	return []string{"no trace: " + message}
}

// run passes input to the command. If its exit status is not 0, message says so, with its
// standard error. It is an error if the command cannot be started.
func (t tracer) run(input string) (out, message string, err error) {
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(t.path, t.flag)
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(input), &stdout, &stderr
	if err := cmd.Start(); err != nil {
		return "", "", err
	}
	if err := cmd.Wait(); err != nil {
		message = fmt.Sprintf("%v %s", err, strings.TrimSpace(stderr.String()))
	}
	return stdout.String(), message, nil
}

// blocks splits the output into traces. Each ends with an empty line.
func blocks(out string) [][]string {
	var traces [][]string
	var trace []string
	for line := range strings.Lines(out) {
		if line = strings.TrimSuffix(line, "\n"); line != "" {
			trace = append(trace, line)
			continue
		}
		traces = append(traces, trace)
		trace = nil
	}
	return traces
}
