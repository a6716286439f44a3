package main

import (
	"encoding/binary"
	"io"
	"net"
)

// postgres is PostgreSQL's protocol up to the answer to the first query.
var postgres = protocol{
	prelude: func(c net.Conn) error {
		if _, err := io.ReadFull(c, make([]byte, 8)); err != nil { // SSLRequest
			return err
		}
		_, err := c.Write([]byte("S"))
		return err
	},
	request: func(c io.ReadWriter) error {
		if err := message(c); err != nil { // the start
			return err
		}
		// AuthenticationOk and ReadyForQuery.
		if _, err := c.Write([]byte("R\x00\x00\x00\x08\x00\x00\x00\x00Z\x00\x00\x00\x05I")); err != nil {
			return err
		}
		if _, err := io.ReadFull(c, make([]byte, 1)); err != nil { // the type of the message
			return err
		}
		return message(c)
	},
	response: description,
	part:     description,
	// CommandComplete and ReadyForQuery.
	whole: []byte("C\x00\x00\x00\x08SET\x00Z\x00\x00\x00\x05I"),
}

// description is a RowDescription with one column, "n".
var description = []byte("T\x00\x00\x00\x1a\x00\x01n\x00\x00\x00\x00\x00\x00\x00\x00\x00\x00\x17\x00\x04\xff\xff\xff\xff\x00\x00")

// message reads a message without its type.
func message(c io.Reader) error {
	var length uint32
	if err := binary.Read(c, binary.BigEndian, &length); err != nil {
		return err
	}
	_, err := io.CopyN(io.Discard, c, int64(length)-4)
	return err
}
