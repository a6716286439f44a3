package cc

import (
	"fmt"
	"reflect"
	"strings"
	"testing"

	"closenotify/engine/program"
)

// A host answers a program's calls in the order of a list.
type host struct {
	t       *testing.T
	results []program.Result
	log     strings.Builder
}

// ask answers a query.
func (h *host) ask(c program.Call) program.Result {
	switch c.Name {
	case "SSL_get_error":
		return program.Result{Ret: map[bool]int64{true: 6, false: 2}[c.Args[1] == 0]}
	case "ERR_error_string", "ERR_error_string_n", "ERR_reason_error_string":
		return program.Result{Text: "uninitialized"}
	case "time", "clock_gettime", "gettimeofday":
		return program.Result{Time: 1_000_000_000_500_000_000}
	case "SSL_get_fd":
		return program.Result{Ret: 3}
	}
	return program.Result{}
}

// play runs a program to its end and returns what it called and printed.
func play(t *testing.T, text string, results ...program.Result) string {
	t.Helper()
	code, err := Compile(text, Options{})
	if err != nil {
		t.Fatalf("%s\n%v", text, err)
	}
	h := &host{t: t, results: results}
	s := program.Start(code).Run(program.Runner{Ask: h.ask})
	for s.Status() == program.Calling {
		h.log.WriteString(s.Output())
		c := s.Call()
		fmt.Fprintf(&h.log, "%d %s", c.Line, c.Name)
		for _, a := range c.Args {
			if a >= 0 && a < 1<<32 || a < 0 {
				fmt.Fprintf(&h.log, " %d", a)
			}
		}
		if c.Watch != nil {
			fmt.Fprintf(&h.log, " %v limit %d", c.Watch, c.Limit)
		}
		h.log.WriteString("\n")
		if len(h.results) == 0 {
			return h.log.String()
		}
		s = s.Return(h.results[0]).Run(program.Runner{Ask: h.ask})
		h.results = h.results[1:]
	}
	h.log.WriteString(s.Output())
	line, reason := s.Stopped()
	fmt.Fprintf(&h.log, "%d %d %s", s.Status(), s.Exit(), strings.TrimPrefix(fmt.Sprintf("line %d: %s", line, reason), "line 0: "))
	return h.log.String()
}

const recommended = `#include <openssl/ssl.h>
static int drain(SSL *ssl)
{
	char buf[16384];
	int n, total = 0;

	while ((n = SSL_read(ssl, buf, sizeof buf)) > 0)
		total += n;
	printf("%d bytes, error %d\n", total, SSL_get_error(ssl, n));
	return n;
}

int main(SSL *ssl)
{
	int ret = SSL_shutdown(ssl);

	if (ret == 0 && drain(ssl) == 0)
		ret = SSL_shutdown(ssl);
	if (ret < 0)
		perror("shutdown");
	SSL_free(ssl);
	return ret == 1 ? 0 : 1;
}
`

func TestCalls(t *testing.T) {
	got := play(t, recommended, program.Result{}, program.Result{Ret: 100}, program.Result{Ret: 16384}, program.Result{}, program.Result{Ret: 1}, program.Result{})
	want := "15 SSL_shutdown\n7 SSL_read 16384\n7 SSL_read 16384\n7 SSL_read 16384\n16484 bytes, error 6\n18 SSL_shutdown\n21 SSL_free\n3 0 "
	if got != want {
		t.Errorf("got\n%s\nnot\n%s", got, want)
	}
	got = play(t, recommended, program.Result{Ret: -1, Errno: 32}, program.Result{})
	if want := "15 SSL_shutdown\nshutdown: Broken pipe\n21 SSL_free\n3 1 "; got != want {
		t.Errorf("got\n%s\nnot\n%s", got, want)
	}
}

func TestCallsStop(t *testing.T) {
	for _, test := range []struct {
		body, want string
		results    []program.Result
	}{
		{"char b[4]; SSL_read(ssl, b, 100);", "5 0 line 2: 5 bytes at offset 0 of an object of 4 bytes are used", []program.Result{{Ret: 5}}},
		{"char b[4]; SSL_read(ssl, b, 100);", "3 0 ", []program.Result{{Ret: 4}}},
		{"char b[4]; SSL_read(ssl, b, 4);\nif (b[0]) return 1;", "5 0 line 3: the program looks at received data, whose content is not modelled", []program.Result{{Ret: 2}}},
		{"char b[4], c[4]; SSL_read(ssl, b, 4); c[1] = b[0];\nSSL_write(ssl, c, 4);", "3 0 ", []program.Result{{Ret: 2}, {}}},
		{"char b[4]; SSL_write(ssl, b, 5);", "5 0 line 2: 5 bytes at offset 0 of an object of 4 bytes are used", nil},
		{"SSL_free(ssl);\nSSL_shutdown(ssl);", "5 0 line 3: the SSL is used after SSL_free", []program.Result{{}}},
		{"SSL_free(NULL);\nSSL_shutdown(NULL);", "5 0 line 3: SSL_shutdown of NULL", []program.Result{{}}},
		{"return SSL_shutdown(ssl) + SSL_shutdown(ssl);", "5 0 line 2: C leaves open whether SSL_shutdown comes before or after another call in this expression", []program.Result{{}}},
		{"printf(\"%d %d\", SSL_get_error(ssl, -1),\nSSL_shutdown(ssl));", "5 0 line 2: C leaves open whether SSL_get_error", []program.Result{{}}},
		{"printf(\"%lu %d\", ERR_get_error(),\nSSL_get_error(ssl, -1));", "5 0 line 2: C leaves open whether ERR_get_error", nil},
		{"return SSL_get_error(ssl, SSL_shutdown(ssl)) - 2;", "3 4 ", []program.Result{{}}},
		{"return errno + SSL_shutdown(ssl);", "5 0 line 2: C leaves open", []program.Result{{}}},
		{"return SSL_shutdown(ssl) == 0 || SSL_shutdown(ssl) == 0;", "3 0 ", []program.Result{{Ret: 1}, {Ret: 1}}},
		{"return SSL_pending(ssl) + SSL_has_pending(ssl);", "3 0 ", nil},
		{"shutdown(3, SHUT_RD);", "5 0 line 2: shutdown is modelled with SHUT_WR only", nil},
		{"fcntl(3, 1);", "5 0 line 2: fcntl is modelled with F_GETFL and F_SETFL only", nil},
		{"struct pollfd p = { 3, POLLPRI };\npoll(&p, 1, 0);", "5 0 line 3: poll is modelled with POLLIN and POLLOUT only", nil},
		{"int n = 0; assert(n == 0);\nassert(n);", "4 0 ", nil},
		{"abort();", "4 0 ", nil},
		{"exit(-300);", "3 -300 ", nil},
		{"SSL_set_options(ssl, 1);", "5 0 line 2: not modelled", []program.Result{{Stop: "not modelled"}}},
	} {
		got := play(t, "int main(SSL *ssl) {\n"+test.body+"\nreturn 0; }", test.results...)
		if last := got[strings.LastIndex(got, "\n")+1:]; !strings.HasPrefix(last, test.want) {
			t.Errorf("%s\ngives %q, not %q", test.body, last, test.want)
		}
	}
}

func TestSystemCalls(t *testing.T) {
	text := `int main(SSL *ssl) {
	struct pollfd p[2] = { { SSL_get_fd(ssl), POLLIN | POLLOUT }, { -1, POLLIN } };
	int n = poll(p, 2, 1500);
	printf("%d %d %d\n", n, p[0].revents, p[1].revents);
	fd_set in, out; FD_ZERO(&in); FD_ZERO(&out); FD_SET(3, &in); FD_SET(3, &out);
	struct timeval tv = { 2, 500000 };
	n = select(4, &in, &out, NULL, &tv);
	printf("%d %d %d %ld.%06ld\n", n, FD_ISSET(3, &in), FD_ISSET(3, &out), tv.tv_sec, tv.tv_usec);
	int flags = fcntl(3, F_GETFL);
	fcntl(3, F_SETFL, flags | O_NONBLOCK);
	struct timespec ts = { 1, 5 }; nanosleep(&ts, NULL); usleep(20); sleep(3);
	time_t now = time(NULL); struct timespec at; clock_gettime(CLOCK_MONOTONIC, &at); gettimeofday(&tv, NULL);
	printf("%ld %ld %ld\n", now, at.tv_nsec, tv.tv_usec);
	size_t got; char b[4]; if (SSL_read_ex(ssl, b, 4, &got) == 1) printf("%zu\n", got);
	char text[64]; ERR_error_string_n(1, text, 6); puts(text); puts(ERR_error_string(1, NULL)); puts(ERR_reason_error_string(1));
	signal(SIGPIPE, SIG_IGN); close(3);
	return 0; }`
	got := play(t, text, program.Result{Ret: 1, Revents: []int16{4, 0}}, program.Result{Ret: 1, Revents: []int16{4}, Left: 1_250_000_000},
		program.Result{}, program.Result{}, program.Result{}, program.Result{}, program.Result{Ret: 1, Bytes: 3}, program.Result{})
	want := `3 poll 2 1500 [{3 5} {-1 1}] limit 1500000000
1 4 0
7 select 4 0 [{3 5}] limit 2500000000
1 0 1 1.250000
10 fcntl 3 4 2048
11 nanosleep 0
11 usleep 20
11 sleep 3
1000000000 500000000 500000
14 SSL_read_ex 4
3
unini
uninitialized
uninitialized
16 close 3
3 0 `
	if got != want {
		t.Errorf("got\n%s\nnot\n%s", got, want)
	}
}

// TestStateIsAValue: a state gives the same result each time, and codes round-trip.
func TestStateIsAValue(t *testing.T) {
	code, err := Compile(recommended, Options{})
	if err != nil {
		t.Fatal(err)
	}
	again, err := program.Decode(code.Encode())
	if err != nil || !reflect.DeepEqual(code, again) {
		t.Fatalf("the code does not round-trip: %v\n%+v\n%+v", err, code, again)
	}
	h := &host{t: t}
	s := program.Start(code).Run(program.Runner{Ask: h.ask})
	half := s.Return(program.Result{})
	reading := half.Run(program.Runner{Ask: h.ask})
	once := reading.Return(program.Result{Ret: 9}).Run(program.Runner{Ask: h.ask})
	twice := reading.Return(program.Result{Ret: 9}).Run(program.Runner{Ask: h.ask})
	if string(once.AppendKey(nil)) != string(twice.AppendKey(nil)) {
		t.Error("the same call leads to different states")
	}
	if string(once.AppendKey(nil)) == string(reading.AppendKey(nil)) {
		t.Error("a call that returned 9 leaves the state as it was")
	}
	var got []string
	for _, v := range once.Variables() {
		got = append(got, fmt.Sprintf("%s.%s %s = %s", v.Function, v.Name, v.Type, v.Text))
	}
	want := []string{"drain.ssl SSL * = the SSL", "drain.buf char[16384] = 9 received bytes", "drain.n int = 9", "drain.total int = 9", "main.ssl SSL * = the SSL", "main.ret int = 0"}
	if !reflect.DeepEqual(got, want) {
		t.Errorf("the variables are %q", got)
	}
	if stack := once.Stack(); !reflect.DeepEqual(stack, []program.Place{{Function: "drain", Line: 7}, {Function: "main", Line: 17}}) {
		t.Errorf("the stack is %v", stack)
	}
	var lines []int
	half.Run(program.Runner{Ask: h.ask, Line: func(line int) bool { lines = append(lines, line); return line == 5 }})
	if !reflect.DeepEqual(lines, []int{17, 4, 5}) && !reflect.DeepEqual(lines, []int{17, 2, 4, 5}) {
		t.Errorf("the lines are %v", lines)
	}
}
