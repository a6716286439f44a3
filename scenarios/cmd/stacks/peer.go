package main

import (
	"bytes"
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"os"
	"time"
)

// A protocol is what a peer speaks inside TLS.
type protocol struct {
	// prelude is what comes before the handshake.
	prelude func(net.Conn) error
	// request reads the client's first request, or as much of it as is needed.
	request func(io.ReadWriter) error
	// response may be whole: it ends where the connection ends. From part the client knows
	// that more must follow.
	response, part []byte
	// whole is a whole answer, after which the client asks again.
	whole []byte
}

// web is HTTP, as far as it is needed.
var web = protocol{
	prelude: func(net.Conn) error { return nil },
	request: func(c io.ReadWriter) error {
		var got []byte
		for !bytes.Contains(got, []byte("\r\n\r\n")) {
			more := make([]byte, 4096)
			n, err := c.Read(more)
			if err != nil {
				return err
			}
			got = append(got, more[:n]...)
		}
		return nil
	},
	response: []byte("HTTP/1.1 200 OK\r\nConnection: close\r\n\r\nhello\n"),
	part:     []byte("HTTP/1.1 200 OK\r\nConnection: close\r\nContent-Length: 106\r\n\r\nhello\n"),
}

// settled is long enough for what was sent to have arrived and been read.
const settled = 400 * time.Millisecond

// patience is how long a peer waits for a client that does not go away by itself.
const patience = 20 * time.Second

// acts are what the peer does after the request, by the name of the outcome.
var acts = map[string]func(p *peer){
	"clean-end": func(p *peer) { p.answer(); p.tls.CloseWrite(); p.close() },
	"eof":       func(p *peer) { p.answer(); p.close() },
	"eof-inside-a-record": func(p *peer) {
		p.response = p.part
		p.answer()
		p.wire.limit = 60
		p.tls.Write(make([]byte, 100))
		p.close()
	},
	"reset-while-reading":    func(p *peer) { p.response = p.part; p.answer(); p.reset() },
	"reset-while-writing":    func(p *peer) { p.answerAll(); p.reset() },
	"write-to-a-closed-peer": func(p *peer) { p.answerAll(); p.tls.CloseWrite(); p.close() },
	"write-after-own-close":  func(p *peer) { p.drain() },
	"data-after-own-close": func(p *peer) {
		p.untilCloseNotify()
		p.tls.Write([]byte("more data\n"))
		p.tls.CloseWrite()
		p.drain()
	},
	"silent-peer": func(p *peer) { p.drain() },
	"damaged-record": func(p *peer) {
		p.response = p.part
		p.answer()
		p.wire.damageWrite = true
		p.tls.Write(make([]byte, 100))
		p.drain()
	},
	"fatal-alert":     func(p *peer) { p.drain(); p.close() },
	"nothing-to-read": func(p *peer) { p.drain() },
}

// A peer is the other end of a connection. It does what the peer in a lesson does.
type peer struct {
	protocol
	wire *wire
	tls  *tls.Conn
}

// serve takes connections and ends each in the way of an outcome, until the listener is closed.
func serve(listener net.Listener, config *tls.Config, p protocol, outcome string) {
	for {
		conn, err := listener.Accept()
		if err != nil {
			return
		}
		go func() {
			if err := end(conn, config, p, outcome); err != nil {
				fmt.Fprintln(os.Stderr, "the peer:", err)
			}
		}()
	}
}

// end ends a connection in the way of an outcome.
func end(conn net.Conn, config *tls.Config, p protocol, outcome string) error {
	defer conn.Close()
	conn.SetDeadline(time.Now().Add(patience))
	if err := p.prelude(conn); err != nil {
		return err
	}
	w := &wire{Conn: conn}
	if outcome == "handshake-cut-off" {
		_, err := w.record() // ClientHello
		return err
	}
	one := &peer{p, w, tls.Server(w, config)}
	if err := one.tls.Handshake(); err != nil {
		return err
	}
	if outcome == "fatal-alert" {
		w.damageRead = true
		one.request(one.tls) // fails, and sends bad_record_mac
	} else if err := one.request(one.tls); err != nil && outcome != "write-after-own-close" {
		return err
	}
	acts[outcome](one)
	return nil
}

// answer sends the begin of the answer and waits until it has been read.
func (p *peer) answer() {
	p.tls.Write(p.response)
	time.Sleep(settled)
}

// answerAll sends a whole answer to those who expect one before they go on.
func (p *peer) answerAll() {
	if p.whole != nil {
		p.tls.Write(p.whole)
		time.Sleep(settled / 2)
	}
}

// close closes the socket without close_notify. Nothing is unread, so a FIN goes out.
func (p *peer) close() { p.wire.Close() }

// reset closes the socket with an RST.
func (p *peer) reset() {
	p.wire.Conn.(*net.TCPConn).SetLinger(0)
	p.wire.Close()
}

// untilCloseNotify reads until the client's close_notify.
func (p *peer) untilCloseNotify() { io.Copy(io.Discard, p.tls) }

// drain reads until the client has closed its socket, and answers nothing.
func (p *peer) drain() { io.Copy(io.Discard, p.wire.Conn) }
