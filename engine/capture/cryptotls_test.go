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

// TestGoReadsOurRecords has two crypto/tls peers shake hands, makes records with the
// secrets of their key log, and has each peer read them.
func TestGoReadsOurRecords(t *testing.T) {
	for _, v := range engine.Versions {
		for _, from := range engine.Roles {
			t.Run(v.String()+" "+from.String(), func(t *testing.T) {
				c := goConnection(t, v)
				records := ourRecords(t, v, from, c.handshake(t), c.recordsSent())
				go c.raw[from].Write(records)
				got, err := io.ReadAll(c.tls[from.Other()])
				if err != nil { // after close_notify, ReadAll returns no error
					t.Fatal(err)
				}
				if want := "one, two, three"; string(got) != want {
					t.Errorf("got %q, want %q", got, want)
				}
			})
		}
	}
}

// ourRecords makes three records of data and a close_notify. In TLS 1.3, a KeyUpdate
// follows the first.
func ourRecords(t *testing.T, v engine.Version, from engine.Role, h *handshake, seq uint32) (out []byte) {
	var k *keys
	if v == engine.TLS12 {
		k = keysTLS12(h, from)
	} else {
		k = keysTLS13(h.secrets[trafficSecretLabels[from][1]])
	}
	add := func(typ engine.ContentType, content string) {
		out = append(out, protect(engine.Record{Type: typ, Epoch: 1, Seq: seq}, v, k, []byte(content)).Wire...)
		seq++
	}
	add(engine.TypeApplicationData, "one, ")
	if v == engine.TLS13 {
		add(engine.TypeHandshake, "\x18\x00\x00\x01\x00")
		k, seq = k.afterKeyUpdate(), 0
	}
	add(engine.TypeApplicationData, "two, ")
	add(engine.TypeApplicationData, "three")
	add(engine.TypeAlert, "\x01\x00")
	return out
}

// goPeers are two crypto/tls peers and the connections below them, by role.
type goPeers struct {
	version engine.Version
	tls     [2]*tls.Conn
	raw     [2]net.Conn
	sent    [2]*bytes.Buffer
	keyLog  *bytes.Buffer
}

// goConnection makes a connection and completes its handshake.
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
		t.Fatalf("the suite is %s: crypto/tls prefers AES only on machines with AES instructions", tls.CipherSuiteName(suite))
	}
	return c
}

// recordsSent gives how many records each peer has protected with its current keys.
func (c goPeers) recordsSent() uint32 {
	if c.version == engine.TLS12 {
		return 1 // Finished
	}
	return 0
}

// handshake collects the secrets and the hellos.
func (c goPeers) handshake(t *testing.T) *handshake {
	h := &handshake{secrets: map[string][]byte{}}
	for line := range strings.Lines(c.keyLog.String()) {
		words := strings.Fields(line)
		h.secrets[words[0]] = unhex(t, words[2])
	}
	for i, sent := range c.sent {
		h.messages[i] = [][]byte{sent.Bytes()[HeaderLength:]} // begins with the hello
	}
	return h
}

// recordingConn remembers what is written.
type recordingConn struct {
	net.Conn
	sent *bytes.Buffer
}

// Write writes b and remembers it.
func (c recordingConn) Write(b []byte) (int, error) {
	c.sent.Write(b)
	return c.Conn.Write(b)
}

// selfSigned makes a self-signed certificate.
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

// TestKeyLogFormat checks that each line is a label and two hexadecimal words.
func TestKeyLogFormat(t *testing.T) {
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
