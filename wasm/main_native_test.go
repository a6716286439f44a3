//go:build !js

package main

import (
	"bufio"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"syscall"
	"testing"
)

// TestMain runs the command instead of the tests if RUN_COMMAND is set. So a test can
// start its own binary as the command.
func TestMain(m *testing.M) {
	if os.Getenv("RUN_COMMAND") != "" {
		main()
		return
	}
	os.Exit(m.Run())
}

func TestMistakesOnTheCommandLine(t *testing.T) {
	for line, want := range map[string]string{
		"":                        "usage: wasm COMMAND",
		"explode":                 "serve  serve it on this machine",
		"serve dist":              `serve takes flags only, not "dist"`,
		"serve -dir main_js.go":   "main_js.go is a file",
		"serve -dir no-such-dir":  "no-such-dir",
		"size -floor no-such.old": "no-such.old",
	} {
		if err := run(strings.Fields(line)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("wasm %s: %v, want an error with %q", line, err, want)
		}
	}
}

// TestSignalsFinishAnOpenRequest stops the server while it sends a file that is too
// large for the buffers of a connection.
func TestSignalsFinishAnOpenRequest(t *testing.T) {
	for _, signal := range []os.Signal{syscall.SIGTERM, os.Interrupt} {
		t.Run(signal.String(), func(t *testing.T) {
			const length = 64 << 20
			dir := t.TempDir()
			if err := os.WriteFile(filepath.Join(dir, "large"), make([]byte, length), 0o644); err != nil {
				t.Fatal(err)
			}
			command, address := startServe(t, dir)
			answer, err := http.Get("http://" + address + "/large")
			if err != nil {
				t.Fatal(err)
			}
			defer answer.Body.Close()
			if err := command.Process.Signal(signal); err != nil {
				t.Fatal(err)
			}
			waitClosed(address)
			if n, err := io.Copy(io.Discard, answer.Body); err != nil || n != length {
				t.Errorf("of %d bytes %d arrive: %v", length, n, err)
			}
			if err := command.Wait(); err != nil {
				t.Errorf("the server ends with %v", err)
			}
		})
	}
}

// startServe starts the command serve for a directory, and returns the address that
// it prints.
func startServe(t *testing.T, dir string) (command *exec.Cmd, address string) {
	t.Helper()
	command = exec.Command(os.Args[0], "serve", "-dir", dir, "-config", "../netlify.toml", "-port", "0")
	command.Env = append(os.Environ(), "RUN_COMMAND=1")
	command.Stderr = os.Stderr
	out, err := command.StdoutPipe()
	if err != nil {
		t.Fatal(err)
	}
	if err := command.Start(); err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { command.Process.Kill() })
	line, err := bufio.NewReader(out).ReadString('\n')
	_, address, ok := strings.Cut(strings.TrimSpace(line), "http://")
	if !ok {
		t.Fatalf("the server prints %q, which has no address (%v)", line, err)
	}
	return command, address
}

// waitClosed waits until nothing listens at the address.
func waitClosed(address string) {
	for {
		conn, err := net.Dial("tcp", address)
		if err != nil {
			return
		}
		conn.Close()
	}
}
