package capture

import (
	"bytes"
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"encoding/hex"
	"io"
	"math/big"
	"net"
	"strings"
	"testing"

	"closenotify/engine"
)

// TestGoReadsOurRecords has Go's own TLS stack shake hands with itself and then read
// records that are made here with what its key log says, in both directions.
func TestGoReadsOurRecords(t *testing.T) {
	for _, v := range engine.Versions {
		for _, from := range engine.Roles {
			t.Run(v.String()+" "+from.String(), func(t *testing.T) {
				c := goConnection(t, v)
				records := ourRecords(t, v, from, c.handshake(t), c.recordsSent())
				go c.raw[from].Write(records)
				got, err := io.ReadAll(c.tls[from.Peer()])
				if err != nil { // io.EOF, which close_notify brings, is none
					t.Fatal(err)
				}
				if want := "one, two, three"; string(got) != want {
					t.Errorf("got %q, want %q", got, want)
				}
			})
		}
	}
}

// ourRecords are three records of data and a close_notify. In TLS 1.3 there is a
// KeyUpdate between two of them.
func ourRecords(t *testing.T, v engine.Version, from engine.Role, h *handshake, seq uint64) (out []byte) {
	var k *keys
	if v == engine.TLS12 {
		k = keysTLS12(h, from)
	} else {
		k = keysTLS13(h.secrets[trafficLabels[from][1]])
	}
	put := func(kind engine.RecordType, content string) {
		out = append(out, protect(engine.Record{Type: kind, Epoch: 1, Seq: seq}, v, k, []byte(content)).Wire...)
		seq++
	}
	put(engine.TypeApplicationData, "one, ")
	if v == engine.TLS13 {
		put(engine.TypeHandshake, "\x18\x00\x00\x01\x00")
		k, seq = k.afterKeyUpdate(), 0
	}
	put(engine.TypeApplicationData, "two, ")
	put(engine.TypeApplicationData, "three")
	put(engine.TypeAlert, "\x01\x00")
	return out
}

// goPeers are two peers of crypto/tls and the transport below them.
type goPeers struct {
	version engine.Version
	tls     [2]*tls.Conn
	raw     [2]net.Conn
	sent    [2]*bytes.Buffer
	keyLog  *bytes.Buffer
}

// goConnection shakes hands.
func goConnection(t *testing.T, v engine.Version) goPeers {
	c := goPeers{version: v, keyLog: new(bytes.Buffer)}
	c.raw[0], c.raw[1] = net.Pipe()
	config := &tls.Config{
		MinVersion: uint16(v), MaxVersion: uint16(v), Certificates: []tls.Certificate{selfSigned(t)},
		CipherSuites:       []uint16{tls.TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256},
		InsecureSkipVerify: true, SessionTicketsDisabled: true, KeyLogWriter: c.keyLog,
	}
	for i := range c.raw {
		c.sent[i] = new(bytes.Buffer)
		c.raw[i] = recordingConn{c.raw[i], c.sent[i]}
	}
	c.tls[engine.Client] = tls.Client(c.raw[engine.Client], config)
	server := config.Clone()
	server.KeyLogWriter = nil
	c.tls[engine.Server] = tls.Server(c.raw[engine.Server], server)
	done := make(chan error)
	go func() { done <- c.tls[engine.Server].Handshake() }()
	if err := c.tls[engine.Client].Handshake(); err != nil {
		t.Fatal(err)
	}
	if err := <-done; err != nil {
		t.Fatal(err)
	}
	if suite := c.tls[0].ConnectionState().CipherSuite; v == engine.TLS13 && suite != tls.TLS_AES_128_GCM_SHA256 {
		t.Fatalf("the suite is %s: this machine has no AES", tls.CipherSuiteName(suite))
	}
	return c
}

// recordsSent is how many records a peer has protected with its last keys.
func (c goPeers) recordsSent() uint64 {
	if c.version == engine.TLS12 {
		return 1 // Finished
	}
	return 0
}

// handshake is what is to be known of the handshake.
func (c goPeers) handshake(t *testing.T) *handshake {
	h := &handshake{secrets: map[string][]byte{}}
	for line := range strings.Lines(c.keyLog.String()) {
		words := strings.Fields(line)
		h.secrets[words[0]] = unhex(t, words[2])
	}
	for i, sent := range c.sent {
		h.messages[i] = [][]byte{sent.Bytes()[HeaderLength:]} // the hello
	}
	return h
}

// recordingConn keeps what is written.
type recordingConn struct {
	net.Conn
	sent *bytes.Buffer
}

// Write writes and keeps.
func (c recordingConn) Write(b []byte) (int, error) {
	c.sent.Write(b)
	return c.Conn.Write(b)
}

// selfSigned is a certificate with its key.
func selfSigned(t *testing.T) tls.Certificate {
	t.Helper()
	key, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		t.Fatal(err)
	}
	template := &x509.Certificate{SerialNumber: big.NewInt(1)}
	der, err := x509.CreateCertificate(rand.Reader, template, template, &key.PublicKey, key)
	if err != nil {
		t.Fatal(err)
	}
	return tls.Certificate{Certificate: [][]byte{der}, PrivateKey: key}
}

// TestKeyLogIsRead holds the form of the key log's lines.
func TestKeyLogIsRead(t *testing.T) {
	for _, v := range engine.Versions {
		lines := strings.Fields(NewConnection(engine.Config{Version: v}).keyLog())
		if want := map[engine.Version]int{engine.TLS12: 3, engine.TLS13: 12}[v]; len(lines) != want {
			t.Errorf("%s: %q", v, lines)
		}
		for i, word := range lines {
			if _, err := hex.DecodeString(word); (err == nil) != (i%3 > 0) {
				t.Errorf("%s: word %d is %q", v, i, word)
			}
		}
	}
}
