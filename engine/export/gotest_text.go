package export

// goHead and goTail are around the steps of a Go test.
const goHead = `// Scenario: %s
//
// Run it with "go test". It makes the calls with crypto/tls, over TCP on this machine. What is
// expected is what crypto/tls returns. The line above each call is what OpenSSL does.

package closenotify_test

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"errors"
	"io"
	"math/big"
	"net"
	"os"
	"strings"
	"syscall"
	"testing"
	"time"
)

func TestScenario(t *testing.T) {
	client, server := connect(t, %s)
`

const goTail = `
	made := client.calls + server.calls + client.wire.steps + server.wire.steps
	t.Logf("%%d of %%d steps have a counterpart", made, %[2]d)
	if want := %[1]d; made != want {
		t.Errorf("%%d were made, want %%d", made, want)
	}
}
`

// goHelpers follow the test.
const goHelpers = `
// What calls return besides nil.
var (
	ended    = io.EOF                                  // a close_notify was read, or a FIN between two records
	nothing  = os.ErrDeadlineExceeded                  // there was nothing to read
	broken   = syscall.EPIPE                           // the socket is shut for writing
	reset    = syscall.ECONNRESET                      // an RST has arrived
	shutDown = errors.New("tls: protocol is shutdown") // CloseWrite was called before
)

// peer is one end of the connection.
type peer struct {
	t     *testing.T
	name  string
	tls   *tls.Conn
	wire  *wire
	calls int
}

// wire is the way from a peer to the other one. While it holds bytes back, they are in flight.
type wire struct {
	*net.TCPConn
	held     bool
	inFlight []byte
	steps    int
}

func (w *wire) Write(b []byte) (int, error) {
	if !w.held {
		return w.TCPConn.Write(b)
	}
	w.inFlight = append(w.inFlight, b...)
	return len(b), nil
}

func (w *wire) hold() { w.held, w.steps = true, w.steps+1 }

// deliver lets all bytes arrive that are in flight. Later ones are held back again.
func (w *wire) deliver() {
	w.SetWriteDeadline(time.Time{}) // CloseWrite of crypto/tls has ended the time for writing
	w.TCPConn.Write(w.inFlight)
	w.inFlight, w.steps = nil, w.steps+1
}

func (p *peer) check(call string, err, want error) {
	p.t.Helper()
	p.calls++
	sameText := err != nil && want != nil && strings.Contains(err.Error(), want.Error())
	if !errors.Is(err, want) && !sameText {
		p.t.Errorf("%s: %s returned %v, want %v", p.name, call, err, want)
	}
}

func (p *peer) write(n int, want error) {
	p.t.Helper()
	_, err := p.tls.Write(make([]byte, n))
	p.check("Write", err, want)
}

// read reads once, and waits longer for what must be there.
func (p *peer) read(n, wantBytes int, want error) {
	p.t.Helper()
	wait := 10 * time.Second
	if want == nothing {
		wait = 20 * time.Millisecond
	}
	p.tls.SetReadDeadline(time.Now().Add(wait))
	got, err := p.tls.Read(make([]byte, n))
	if got > 0 && err == io.EOF {
		err = nil // Read may tell of the end with the last bytes, and tells of it again later
	}
	p.check("Read", err, want)
	if got != wantBytes {
		p.t.Errorf("%s: Read returned %d bytes, want %d", p.name, got, wantBytes)
	}
}

func (p *peer) closeWrite(want error) {
	p.t.Helper()
	p.check("CloseWrite", p.tls.CloseWrite(), want)
}

// close closes the socket without a close_notify. tls.Conn.Close would send one first.
func (p *peer) close() { p.check("Close", p.wire.Close(), nil) }

// fin sends a FIN, also without a close_notify.
func (p *peer) fin() { p.check("CloseWrite of the socket", p.wire.CloseWrite(), nil) }

// sendRST has the kernel send an RST.
func (p *peer) sendRST() {
	p.wire.SetLinger(0)
	p.check("Close of the socket", p.wire.Close(), nil)
}

// connect makes a connection and its handshake. There are no session tickets, which Read would read.
func connect(t *testing.T, version uint16) (client, server *peer) {
	listener, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	dialled, err := net.Dial("tcp", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	accepted, err := listener.Accept()
	if err != nil {
		t.Fatal(err)
	}
	config := &tls.Config{
		MinVersion: version, MaxVersion: version, Certificates: []tls.Certificate{certificate(t)},
		InsecureSkipVerify: true, SessionTicketsDisabled: true, DynamicRecordSizingDisabled: true,
	}
	c2s, s2c := &wire{TCPConn: dialled.(*net.TCPConn)}, &wire{TCPConn: accepted.(*net.TCPConn)}
	client = &peer{t: t, name: "client", tls: tls.Client(c2s, config), wire: c2s}
	server = &peer{t: t, name: "server", tls: tls.Server(s2c, config), wire: s2c}
	t.Cleanup(func() { dialled.Close(); accepted.Close() })
	done := make(chan error, 1)
	go func() { done <- server.tls.Handshake() }()
	if err := errors.Join(client.tls.Handshake(), <-done); err != nil {
		t.Fatal(err)
	}
	return client, server
}

// certificate makes the server's certificate, which nobody checks.
func certificate(t *testing.T) tls.Certificate {
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, key.Public(), key)
	if err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}
`
