package main

import (
	"errors"
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"regexp"
	"runtime"
	"strings"
)

// A client makes a stack meet an outcome. It returns the call or the event that shows the
// outcome, and what it says.
type client func(b bench, outcome string) (call, text string, err error)

// A tool measures a stack.
type tool struct {
	name, program string
	also          string // a file that must be there, too
	packages      string // of Debian
	version, tls  func(program string) (string, error)
	client        client
	speaks        protocol
}

// tools are in the order of the table.
var tools = []tool{
	{"Python (ssl)", "python3", "", "python3",
		says(`(\d[\w.]*)`, "--version"), says(`(OpenSSL \S+)`, "-c", "import ssl; print(ssl.OPENSSL_VERSION)"),
		scripted("client.py"), web},
	{"Node.js", "node", "", "nodejs",
		says(`v(\S+)`, "--version"), says(`(.*)`, "-p", "'OpenSSL ' + process.versions.openssl"),
		scripted("client.js"), web},
	{"Ruby", "ruby", "", "ruby",
		says(`ruby (\d[\d.]*)`, "--version"), says(`(OpenSSL \S+)`, "-ropenssl", "-e", "puts OpenSSL::OPENSSL_LIBRARY_VERSION"),
		scripted("client.rb"), web},
	{"PHP", "php", "", "php-cli", says(`PHP (\d[\d.]*)`, "--version"), linked, scripted("client.php"), web},
	{"Go (crypto/tls)", "", "", "", func(string) (string, error) {
		return strings.TrimPrefix(runtime.Version(), "go"), nil
	}, own, goes, web},
	{"Java (JSSE)", "java", "/usr/bin/javac", "default-jdk-headless", says(`version "(\d[\d.]*)`, "-version"), own,
		scripted("Client.java"), web},
	{"nginx", "nginx", "/usr/lib/nginx/modules/ngx_stream_module.so", "nginx-light libnginx-mod-stream", says(`nginx/(\S+)`, "-v"), linked, nginx, web},
	{"curl", "curl", "", "curl", says(`curl (\S+)`, "--version"), says(`(OpenSSL/\S+|GnuTLS/\S+)`, "--version"), curl, web},
	{"libpq (psql)", "psql", "", "postgresql-client", says(`\(PostgreSQL\) (\S+)`, "--version"), linkedPsql, psql, postgres},
}

// says returns what a program prints about itself, as far as it matches.
func says(pattern string, arguments ...string) func(string) (string, error) {
	return func(program string) (string, error) {
		out, err := exec.Command(program, arguments...).CombinedOutput()
		if err != nil {
			return "", fmt.Errorf("%s: %w: %s", program, err, out)
		}
		found := regexp.MustCompile(pattern).FindSubmatch(out)
		if found == nil {
			return "", fmt.Errorf("%s does not say its version: %s", program, out)
		}
		return strings.Replace(string(found[1]), "/", " ", 1), nil
	}
}

// own stands for a stack without OpenSSL.
func own(string) (string, error) { return "no OpenSSL, TLS of its own", nil }

// linked finds the OpenSSL that a program loads. Not all print it, and some print the one
// that they were compiled with.
func linked(program string) (string, error) {
	out, err := exec.Command("ldd", program).Output()
	if err != nil {
		return "", fmt.Errorf("ldd %s: %w", program, err)
	}
	library := regexp.MustCompile(`libcrypto\.so\S* => (\S+)`).FindSubmatch(out)
	if library == nil {
		return "", fmt.Errorf("%s does not load libcrypto", program)
	}
	code, err := os.ReadFile(string(library[1]))
	if err != nil {
		return "", err
	}
	version := regexp.MustCompile(`OpenSSL \d+\.\d+\.\d+\w* `).Find(code)
	if version == nil {
		return "", errors.New("libcrypto does not say its version")
	}
	return strings.TrimSpace(string(version)), nil
}

// linkedPsql finds the OpenSSL under psql, which Debian starts with a script.
func linkedPsql(string) (string, error) {
	versions, err := filepath.Glob("/usr/lib/postgresql/*/bin/psql")
	if len(versions) == 0 {
		return "", fmt.Errorf("no psql is in /usr/lib/postgresql (%v)", err)
	}
	return linked(versions[len(versions)-1])
}
