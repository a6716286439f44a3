package main

import (
	"bytes"
	"fmt"
	"os/exec"
	"strings"
)

// tracer is the path of a trace command.
type tracer string

// all returns the traces of the scripts. Where the command refuses one of them,
// they are run one by one, and the refused has an empty trace.
func (t tracer) all(scripts []string) ([][]string, error) {
	out, complaint, err := t.run(strings.Join(scripts, "---\n"))
	if err != nil {
		return nil, err
	}
	traces := blocks(out)
	if complaint == "" && len(traces) == len(scripts) {
		return traces, nil
	}
	traces = make([][]string, len(scripts))
	for i, script := range scripts {
		traces[i] = t.one(script)
	}
	return traces, nil
}

// one returns the trace of one script; where there is none, what the command
// complained of stands in its place.
func (t tracer) one(script string) []string {
	out, complaint, err := t.run(script)
	if err != nil {
		return []string{err.Error()}
	}
	if traces := blocks(out); complaint == "" && len(traces) == 1 {
		return traces[0]
	}
	return []string{"no trace: " + complaint}
}

// run passes input to the command. A command that ends with another status than 0
// complains; one that cannot be started is an error.
func (t tracer) run(input string) (out, complaint string, err error) {
	var stdout, stderr bytes.Buffer
	cmd := exec.Command(string(t), "-json")
	cmd.Stdin, cmd.Stdout, cmd.Stderr = strings.NewReader(input), &stdout, &stderr
	if err := cmd.Start(); err != nil {
		return "", "", err
	}
	if err := cmd.Wait(); err != nil {
		complaint = fmt.Sprintf("%v %s", err, strings.TrimSpace(stderr.String()))
	}
	return stdout.String(), complaint, nil
}

// blocks cuts the output at its empty lines, one of which ends each trace.
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
