package main

import (
	"crypto/tls"
	"net"
	"slices"
	"strings"
	"testing"

	"closenotify/scenarios/stacks"
)

// TestGo measures the cells of Go, which needs nothing but Go: the peer does what it says,
// and the texts are those of the table.
func TestGo(t *testing.T) {
	chain, key, err := selfSigned()
	if err != nil {
		t.Fatal(err)
	}
	certificate, err := tls.X509KeyPair(chain, key)
	if err != nil {
		t.Fatal(err)
	}
	config := &tls.Config{Certificates: []tls.Certificate{certificate}}
	for _, row := range stacks.All() {
		t.Run(row.Name, func(t *testing.T) {
			t.Parallel()
			want := row.Cells[slices.Index(stacks.Names, "Go (crypto/tls)")]
			listener, err := net.Listen("tcp", "127.0.0.1:0")
			if err != nil {
				t.Fatal(err)
			}
			defer listener.Close()
			go serve(listener, config, web, row.Name)
			call, text := goClient(listener.Addr().String(), actions[row.Name])
			if text = stable(text, t.TempDir()); call != want.Call || text != want.Text {
				t.Errorf("%s says %q, and the table has %s %q", call, text, want.Call, want.Text)
			}
		})
	}
}

// TestNames: the command measures the stacks of the table, in its order, in every outcome.
func TestNames(t *testing.T) {
	if len(tools) != len(stacks.Names) {
		t.Fatalf("%d stacks are measured, and the table has %d", len(tools), len(stacks.Names))
	}
	for i, tool := range tools {
		if tool.name != stacks.Names[i] {
			t.Errorf("%s stands where the table has %s", tool.name, stacks.Names[i])
		}
	}
	for _, row := range stacks.All() {
		if actions[row.Name] == "" || acts[row.Name] == nil && row.Name != "handshake-cut-off" {
			t.Errorf("the clients or the peer do not know what to do for %s", row.Name)
		}
	}
}

// TestMissing: a program that is not there is named by its package, and nothing is measured.
func TestMissing(t *testing.T) {
	err := locate([]tool{
		{name: "A", program: "no-such-program", packages: "a-package"},
		{name: "B", program: "sh", packages: "of-the-shell"},
		{name: "C", program: "sh", also: "/no/such/file", packages: "another"},
	}, nil)
	if err == nil || !strings.HasSuffix(err.Error(), ": a-package another") {
		t.Errorf("got %v", err)
	}
	named := []tool{{name: "A", program: "no-such-program"}}
	if err := locate(named, map[string]string{"A": "/opt/a"}); err != nil || named[0].program != "/opt/a" {
		t.Errorf("%q is used (%v)", named[0].program, err)
	}
}

func TestStable(t *testing.T) {
	for text, want := range map[string]string{
		"read tcp 127.0.0.1:1->127.0.0.1:2: i/o timeout":      "read tcp ADDRESS:PORT->ADDRESS:PORT: i/o timeout",
		`server at "127.0.0.1", port 5432 failed`:             `server at "ADDRESS", port PORT failed`,
		"Error: 80CB4E1F4A7F0000:error:0A000126:SSL routines": "Error: THREAD:error:0A000126:SSL routines",
		"Operation timed out after 1002 milliseconds":         "Operation timed out after N milliseconds",
		"[error] *3 SSL_read() failed, client: 127.0.0.1":     "[error] *N SSL_read() failed, client: ADDRESS",
		"cannot open /tmp/here/key.pem":                       "cannot open DIRECTORY/key.pem",
		"(SSL: error:0A000123:SSL routines::application data": "(SSL: error:0A000123:SSL routines::application data",
	} {
		if got := stable(text, "/tmp/here"); got != want {
			t.Errorf("%q becomes %q, want %q", text, got, want)
		}
	}
}
