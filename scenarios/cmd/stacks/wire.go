package main

import (
	"encoding/binary"
	"io"
	"net"
)

// A wire is a connection that can damage and cut the records on it.
type wire struct {
	net.Conn
	unread      []byte // of the record that is being read
	damageRead  bool   // flip a bit in the next record that comes in
	damageWrite bool   // flip a bit in what is written
	limit       int    // write at most this much, if not 0
}

// record reads one record, with its header.
func (w *wire) record() ([]byte, error) {
	header := make([]byte, 5)
	if _, err := io.ReadFull(w.Conn, header); err != nil {
		return nil, err
	}
	whole := append(header, make([]byte, binary.BigEndian.Uint16(header[3:]))...)
	_, err := io.ReadFull(w.Conn, whole[5:])
	return whole, err
}

// Read never returns more than one record, so that damage hits the right one.
func (w *wire) Read(to []byte) (int, error) {
	if len(w.unread) == 0 {
		record, err := w.record()
		if err != nil {
			return 0, err
		}
		if w.damageRead {
			record[len(record)-1] ^= 1
		}
		w.unread = record
	}
	n := copy(to, w.unread)
	w.unread = w.unread[n:]
	return n, nil
}

// Write sends what it is given, or what the peer does to it.
func (w *wire) Write(bytes []byte) (int, error) {
	sent := append([]byte(nil), bytes...)
	if w.damageWrite {
		sent[len(sent)-1] ^= 1
	}
	if w.limit > 0 {
		sent = sent[:min(w.limit, len(sent))]
	}
	if _, err := w.Conn.Write(sent); err != nil {
		return 0, err
	}
	return len(bytes), nil
}
