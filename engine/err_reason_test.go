package engine

import (
	"fmt"
	"os"
	"os/exec"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// askLibrary prints what the installed OpenSSL says of reasons: each name, and
// ERR_error_string. A name that its headers do not have is left out.
const askLibrary = `#include <openssl/err.h>
#include <openssl/ssl.h>
#include <openssl/proverr.h>
#include <openssl/sslerr.h>
#include <stdio.h>
static void ask(int lib, unsigned long number, const char *name)
{
	char text[256];
	ERR_error_string_n(ERR_PACK(lib, 0, number), text, sizeof text);
	printf("%%s %%s\n", name, text);
}
int main(void)
{
	OPENSSL_init_ssl(OPENSSL_INIT_LOAD_SSL_STRINGS | OPENSSL_INIT_LOAD_CRYPTO_STRINGS, NULL);
	SSL_CTX_free(SSL_CTX_new(TLS_method())); /* loads the provider and its texts */
	printf("%%s\n", OpenSSL_version(0));
%s	return 0;
}
`

// TestReasonsAreOpenSSLs compares the table with the library of this machine: name,
// number, library and text of every reason. What other releases print stands in their
// recordings, see TestErrorsAreRecorded.
func TestReasonsAreOpenSSLs(t *testing.T) {
	var asked strings.Builder
	for r := reasonShutdownWhileInInit; r < reasonBrokenPipe; r++ {
		for _, name := range constants(r) {
			fmt.Fprintf(&asked, "#ifdef %s\n\task(%d, %s, \"%s\");\n#endif\n", name, reasons[r].library, name, name)
		}
	}
	lines := runC(t, fmt.Sprintf(askLibrary, asked.String()))
	profile := profileOfLibrary(lines[0])
	seen := 0
	for r := reasonShutdownWhileInInit; r < reasonBrokenPipe; r++ {
		e := profile.queued(queueEntry{reason: r})
		if i := slices.IndexFunc(lines, func(l string) bool { return strings.HasPrefix(l, e.Constant+" ") }); i >= 0 {
			seen++
			if want := e.Constant + " " + e.String(); lines[i] != want {
				t.Errorf("the library says %q, the table %q", lines[i], want)
			}
		} else if e.Constant != "SSL_R_RECORDS_NOT_RELEASED" && e.Constant != "SSL_R_RECORD_LAYER_FAILURE" { // since 3.2
			t.Errorf("the headers do not have %s", e.Constant)
		}
	}
	if seen < 20 {
		t.Errorf("only %d reasons were compared", seen)
	}
}

// constants are the names that a reason has in C, by release.
func constants(r reason) []string {
	var list []string
	for _, p := range profiles {
		if name := p.constant(r); !slices.Contains(list, name) {
			list = append(list, name)
		}
	}
	return list
}

// profileOfLibrary is the profile of a library that says it is "OpenSSL 3.0.22 25 Aug
// 2026". Its texts are those of the last release that is not newer.
func profileOfLibrary(version string) *Profile {
	library := parseRelease(strings.Fields(version)[1])
	newest := &profiles[0]
	for i := range profiles {
		if !library.before(parseRelease(profiles[i].Patch)) || library.sameLine(parseRelease(profiles[i].Patch)) {
			newest = &profiles[i]
		}
	}
	return newest
}

// runC compiles a program that uses OpenSSL, runs it and gives its lines.
func runC(t *testing.T, source string) []string {
	t.Helper()
	dir := t.TempDir()
	file, program := filepath.Join(dir, "ask.c"), filepath.Join(dir, "ask")
	if err := os.WriteFile(file, []byte(source), 0o600); err != nil {
		t.Fatal(err)
	}
	if out, err := exec.Command("gcc", "-o", program, file, "-lssl", "-lcrypto").CombinedOutput(); err != nil {
		t.Fatalf("gcc with OpenSSL's headers is needed (make libssl installs it): %v\n%s", err, out)
	}
	out, err := exec.Command(program).Output()
	if err != nil {
		t.Fatal(err)
	}
	return strings.Split(strings.TrimSpace(string(out)), "\n")
}
