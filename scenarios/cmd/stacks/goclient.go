package main

import (
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"time"
)

// request is what every client sends first.
const request = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"

// goClient is the client in Go. It returns the call that shows the outcome, and what it said.
func goClient(address, action string) (call, text string) {
	conn, err := tls.Dial("tcp", address, &tls.Config{InsecureSkipVerify: true})
	if err != nil {
		return "tls.Dial", err.Error()
	}
	defer conn.NetConn().(*net.TCPConn).Close()
	if _, err := io.WriteString(conn, request); err != nil {
		return "Conn.Write", err.Error()
	}
	switch action {
	case "read":
		return goRead(conn)
	case "write":
		for range 5 {
			time.Sleep(settled)
			if _, err = io.WriteString(conn, "more"); err != nil {
				break
			}
		}
		return "Conn.Write", fmt.Sprint(err)
	case "write-after-close":
		conn.CloseWrite()
		_, err = io.WriteString(conn, "more")
		return "Conn.Write", fmt.Sprint(err)
	case "close":
		conn.CloseWrite()
		time.Sleep(settled)
		return "Conn.Close", "returns " + fmt.Sprint(conn.Close())
	case "wait":
		conn.SetReadDeadline(time.Now().Add(settled))
		return goRead(conn)
	}
	panic("no such action: " + action)
}

// goRead reads until an error, which is the end, too.
func goRead(conn net.Conn) (call, text string) {
	for {
		if _, err := conn.Read(make([]byte, 4096)); err != nil {
			return "Conn.Read", err.Error()
		}
	}
}
