package main

import (
	"bytes"
	"embed"
	"errors"
	"fmt"
	"io"
	"os"
	"os/exec"
	"regexp"
	"strings"
	"time"
)

// clients are the programs that the stacks run.
//
//go:embed clients
var clients embed.FS

// A bench is what a client is given.
type bench struct {
	program string // of the stack
	dir     string // for its files; the programs and a certificate are there
	port    string // of the peer, on 127.0.0.1
}

// actions are what the client does, by the name of the outcome.
var actions = map[string]string{
	"clean-end":              "read",
	"eof":                    "read",
	"eof-inside-a-record":    "read",
	"reset-while-reading":    "read",
	"damaged-record":         "read",
	"fatal-alert":            "read",
	"handshake-cut-off":      "read",
	"reset-while-writing":    "write",
	"write-to-a-closed-peer": "write",
	"write-after-own-close":  "write-after-close",
	"data-after-own-close":   "close",
	"silent-peer":            "close",
	"nothing-to-read":        "wait",
}

// scripted runs a client that prints the call and the text with a tab between them.
func scripted(program string) client {
	return func(b bench, outcome string) (call, text string, err error) {
		command := exec.Command(b.program, program, b.port, actions[outcome])
		command.Dir = b.dir
		out, err := output(command)
		if err != nil {
			return "", "", err
		}
		call, text, ok := strings.Cut(strings.TrimSpace(out), "\t")
		if !ok {
			return "", "", fmt.Errorf("it printed %q", out)
		}
		return call, text, nil
	}
}

// goes runs the client in Go.
func goes(b bench, outcome string) (call, text string, err error) {
	call, text = goClient("127.0.0.1:"+b.port, actions[outcome])
	return call, text, nil
}

// curl runs curl. Without an error, what it says about the end is among the lines of -v.
func curl(b bench, outcome string) (call, text string, err error) {
	arguments := []string{"-v", "-sS", "-k", "-o", os.DevNull}
	var body io.Reader
	switch actions[outcome] {
	case "write":
		arguments = append(arguments, "-T", "-")
		body = &slow{left: 5}
	case "wait":
		arguments = append(arguments, "-m", "1")
	}
	command := exec.Command(b.program, append(arguments, "https://127.0.0.1:"+b.port+"/")...)
	command.Stdin = body
	var log bytes.Buffer
	command.Stderr = &log
	if err := ran(command); err != nil {
		return "", "", err
	}
	if lines := curlError.FindString(log.String()); lines != "" {
		return "curl", strings.TrimSpace(lines), nil
	}
	said := curlAlert.FindAllString(log.String(), -1)
	return "curl -v", strings.Join(append(said, fmt.Sprintf("exit code %d, and no error message", command.ProcessState.ExitCode())), "\n"), nil
}

var (
	curlError = regexp.MustCompile(`(?m)^curl: \(.*$`)
	curlAlert = regexp.MustCompile(`(?m)^\* .*\(IN\), TLS alert.*$`)
)

// psql sends two queries, the second a while after the first.
func psql(b bench, _ string) (call, text string, err error) {
	command := exec.Command(b.program, "-X", "-q", "-c", "select 1", "-c", `\! sleep 0.5`, "-c", "select 2",
		"host=127.0.0.1 port="+b.port+" user=you dbname=yours sslmode=require gssencmode=disable")
	var log bytes.Buffer
	command.Stderr = &log
	if err := ran(command); err != nil {
		return "", "", err
	}
	return "psql", strings.TrimSpace(log.String()), nil
}

// nginx tells what it thinks of the end in its log.
func nginx(b bench, outcome string) (call, text string, err error) {
	var log string
	if actions[outcome] == "close" {
		log, err = nginxAsServer(b, outcome)
	} else {
		log, err = nginxAsClient(b, actions[outcome])
	}
	if err != nil {
		return "", "", err
	}
	for _, level := range []*regexp.Regexp{loud, quiet} {
		for _, line := range level.FindAllStringSubmatch(log, -1) {
			if !strings.Contains(line[2], " connected to ") {
				return "error.log", line[1] + " " + line[2], nil
			}
		}
	}
	return "", "", errors.New("its log says nothing: " + log)
}

// loud finds lines of the log that a usual error_log shows, and quiet those of its debug level
// that tell how TLS ended.
var (
	loud  = regexp.MustCompile(`(?m)^\S+ \S+ (\[(?:info|warn|error|crit|alert)\]) \d+#\d+: (\*\d+ .*)$`)
	quiet = regexp.MustCompile(`(?m)^\S+ \S+ (\[debug\]) \d+#\d+: (\*\d+ .*peer shutdown SSL cleanly.*)$`)
)

// output runs a command and returns what it prints.
func output(command *exec.Cmd) (string, error) {
	var out, log bytes.Buffer
	command.Stdout, command.Stderr = &out, &log
	if err := ran(command); err != nil {
		return "", err
	}
	if out.Len() == 0 {
		return "", fmt.Errorf("it printed nothing, and to its standard error: %s", log.String())
	}
	return out.String(), nil
}

// ran runs a command, whose exit code does not matter, for not too long.
func ran(command *exec.Cmd) error {
	command.Env = append(os.Environ(), "LC_ALL=C", "NO_COLOR=1")
	command.WaitDelay = time.Second
	if err := command.Start(); err != nil {
		return err
	}
	stop := time.AfterFunc(patience, func() { command.Process.Kill() })
	defer stop.Stop()
	var exit *exec.ExitError
	err := command.Wait()
	if errors.As(err, &exit) && exit.ExitCode() >= 0 {
		return nil
	}
	return err
}

// slow is a body of a few short pieces with a pause before each.
type slow struct{ left int }

func (s *slow) Read(to []byte) (int, error) {
	if s.left == 0 {
		return 0, io.EOF
	}
	s.left--
	time.Sleep(settled)
	return copy(to, "more"), nil
}
