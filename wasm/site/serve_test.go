package site

import (
	"bufio"
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"path/filepath"
	"strings"
	"testing"
	"time"
)

func TestServeSaysWhereItIsAndEnds(t *testing.T) {
	ctx, cancel := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	in, out := io.Pipe()
	go func() { ended <- Serve(ctx, smallSite(t), "../../netlify.toml", "0", out) }()
	line, err := bufio.NewReader(in).ReadString('\n')
	if err != nil {
		t.Fatal(err)
	}
	_, address, ok := strings.Cut(strings.TrimSpace(line), " at ")
	if !ok {
		t.Fatalf("Serve prints %q, which has no address", line)
	}
	if body, err := read(address); err != nil || body != "front" {
		t.Errorf("%s answers %q, %v", address, body, err)
	}
	cancel()
	if err := <-ended; err != nil {
		t.Errorf("Serve ends with %v", err)
	}
}

func TestServeReportsWhatIsMissing(t *testing.T) {
	for _, test := range []struct{ dir, config, port, want string }{
		{"no-such-dir", "../../netlify.toml", "0", "no site"},
		{"doc.go", "../../netlify.toml", "0", "doc.go is a file"},
		{".", "no-such-file", "0", "no-such-file"},
		{".", "doc.go", "0", "doc.go: no [[headers]]"},
		{".", "../../netlify.toml", "-1", "PORT"},
	} {
		err := Serve(context.Background(), test.dir, test.config, test.port, io.Discard)
		if err == nil || !strings.Contains(err.Error(), test.want) {
			t.Errorf("%+v: %v", test, err)
		}
	}
}

// A running is a server that listens.
type running struct {
	address string
	stop    context.CancelFunc
	// ended receives the result of serveUntil.
	ended <-chan error
}

// start has the server listen on a free port. When the test ends the server stops.
func start(t *testing.T, server *http.Server, timeout time.Duration) running {
	t.Helper()
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	ctx, stop := context.WithCancel(context.Background())
	ended := make(chan error, 1)
	go func() { ended <- serveUntil(ctx, server, listener, timeout) }()
	t.Cleanup(stop)
	return running{listener.Addr().String(), stop, ended}
}

// send connects to the server and sends the text.
func (r running) send(t *testing.T, text string) net.Conn {
	t.Helper()
	conn, err := net.Dial("tcp", r.address)
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { conn.Close() })
	if _, err := io.WriteString(conn, text); err != nil {
		t.Fatal(err)
	}
	return conn
}

// read gets the body at an address.
func read(address string) (string, error) {
	answer, err := http.Get(address)
	if err != nil {
		return "", err
	}
	defer answer.Body.Close()
	body, err := io.ReadAll(answer.Body)
	return string(body), err
}

func TestTheServerHasLimits(t *testing.T) {
	s := newServer(nil)
	for name, limit := range map[string]time.Duration{
		"read header": s.ReadHeaderTimeout, "read": s.ReadTimeout, "write": s.WriteTimeout, "idle": s.IdleTimeout,
	} {
		if limit <= 0 {
			t.Errorf("the server has no %s limit", name)
		}
	}
}

// The client of each of these never closes its connection. So the test ends only
// if the server does.
func TestAClientThatWaitsIsCutOff(t *testing.T) {
	const whole = "GET / HTTP/1.1\r\nHost: site\r\n\r\n"
	for _, test := range []struct {
		name, text string
		limit      func(*http.Server)
	}{
		{"within the header", "GET / HTTP/1.1\r\nHost: si", func(s *http.Server) { s.ReadHeaderTimeout = time.Millisecond }},
		{"within the body", "POST / HTTP/1.1\r\nHost: site\r\nContent-Length: 10\r\n\r\nabc", func(s *http.Server) { s.ReadTimeout = time.Millisecond }},
		{"after an answer", whole, func(s *http.Server) { s.IdleTimeout = time.Millisecond }},
	} {
		t.Run(test.name, func(t *testing.T) {
			server := newServer(NewHandler(smallSite(t), nil))
			test.limit(server)
			conn := start(t, server, time.Minute).send(t, test.text)
			// The connection ends, with or without an error, once it is cut off.
			if answer, err := io.ReadAll(conn); err == nil && test.text == whole && !strings.HasSuffix(string(answer), "front") {
				t.Errorf("the whole request is answered %q", answer)
			}
		})
	}
}

func TestALongHeaderIsRefused(t *testing.T) {
	server := start(t, newServer(NewHandler(smallSite(t), nil)), time.Minute)
	request, err := http.NewRequest(http.MethodGet, "http://"+server.address, nil)
	if err != nil {
		t.Fatal(err)
	}
	request.Header.Set("X-Long", strings.Repeat("x", 32<<10))
	answer, err := http.DefaultClient.Do(request)
	if err != nil {
		t.Fatal(err)
	}
	answer.Body.Close()
	if answer.StatusCode != http.StatusRequestHeaderFieldsTooLarge {
		t.Errorf("a header of 32 KB is answered %s", answer.Status)
	}
}

// The limits of this server are over before anything can be written. So a file that
// arrives has been given a limit of its own. It is too large for the buffers of a
// connection.
func TestALargeFileHasMoreTimeThanOtherAnswers(t *testing.T) {
	const size = 32 << 20
	dir := smallSite(t)
	if err := os.WriteFile(filepath.Join(dir, "large"), make([]byte, size), 0o644); err != nil {
		t.Fatal(err)
	}
	server := newServer(NewHandler(dir, nil))
	server.ReadTimeout, server.WriteTimeout = time.Nanosecond, time.Nanosecond
	address := "http://" + start(t, server, time.Minute).address
	if body, err := read(address + "/large"); err != nil || len(body) != size {
		t.Errorf("of %d bytes %d arrive: %v", size, len(body), err)
	}
	if body, err := read(address + "/none"); err == nil {
		t.Errorf("an answer that takes longer than the limit arrives: %q", body)
	}
}

// A deadlineRecorder notes the time limit of an answer.
type deadlineRecorder struct {
	http.ResponseWriter
	deadline time.Time
}

// SetWriteDeadline is what http.ResponseController calls.
func (d *deadlineRecorder) SetWriteDeadline(deadline time.Time) error {
	d.deadline = deadline
	return nil
}

func TestTheTimeForAFileGrowsWithItsSize(t *testing.T) {
	before := time.Now()
	for _, size := range []int64{0, slowest - 1, slowest, 100 << 20} {
		var d deadlineRecorder
		allowTime(&d, size)
		if least := before.Add(writeTimeout + time.Duration(size/slowest)*time.Second); d.deadline.Before(least) {
			t.Errorf("%d bytes must arrive %v after the start, want at least %v", size, d.deadline.Sub(before), least.Sub(before))
		}
	}
}

// slowHandler sends on opened when a request is open, and answers it once answer is
// closed.
type slowHandler struct {
	opened, answer chan struct{}
}

func newSlowHandler() slowHandler {
	return slowHandler{make(chan struct{}), make(chan struct{})}
}

func (h slowHandler) ServeHTTP(w http.ResponseWriter, r *http.Request) {
	h.opened <- struct{}{}
	select {
	case <-h.answer:
		fmt.Fprint(w, "the whole answer")
	case <-r.Context().Done():
	}
}

func TestAnOpenRequestIsFinished(t *testing.T) {
	handler := newSlowHandler()
	httpServer := newServer(handler)
	httpServer.RegisterOnShutdown(func() { close(handler.answer) })
	server := start(t, httpServer, time.Minute)
	body := make(chan string, 1)
	go func() {
		text, err := read("http://" + server.address)
		body <- fmt.Sprint(text, err)
	}()
	<-handler.opened
	server.stop()
	if have := <-body; have != "the whole answer<nil>" {
		t.Errorf("a request that was open when the server stopped ended with %s", have)
	}
	if err := <-server.ended; err != nil {
		t.Errorf("the server ends with %v", err)
	}
}

func TestARequestThatNeverEndsIsCutOff(t *testing.T) {
	handler := newSlowHandler()
	server := start(t, newServer(handler), time.Millisecond)
	conn := server.send(t, "GET / HTTP/1.1\r\nHost: site\r\n\r\n")
	<-handler.opened
	server.stop()
	if err := <-server.ended; !errors.Is(err, context.DeadlineExceeded) {
		t.Errorf("the server ends with %v, want %v", err, context.DeadlineExceeded)
	}
	if answer, _ := io.ReadAll(conn); len(answer) > 0 {
		t.Errorf("the request is answered: %q", answer)
	}
}
