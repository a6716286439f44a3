package main

import (
	"crypto/tls"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"os/exec"
	"path/filepath"
	"strings"
	"time"
)

// nginxAsClient lets nginx pass a request on to the peer, and returns its log.
func nginxAsClient(b bench, action string) (string, error) {
	return b.nginx(func(plain, _ string) error {
		var body io.Reader
		if action == "write" {
			body = &slow{left: 5}
		}
		answer, err := http.Post("http://"+plain+"/", "text/plain", body)
		if err != nil {
			return err
		}
		io.Copy(io.Discard, answer.Body)
		return answer.Body.Close()
	})
}

// nginxAsServer connects to nginx with TLS and lets it close first. The peer is the client
// here, because nginx waits for a close_notify only as a server, and in its stream module.
func nginxAsServer(b bench, outcome string) (string, error) {
	return b.nginx(func(_, address string) error {
		conn, err := tls.Dial("tcp", address, &tls.Config{InsecureSkipVerify: true})
		if err != nil {
			return err
		}
		defer conn.NetConn().Close()
		io.Copy(io.Discard, conn) // until close_notify
		if outcome == "data-after-own-close" {
			io.WriteString(conn, "more data\n")
			time.Sleep(settled)
			return nil
		}
		conn.NetConn().SetDeadline(time.Now().Add(patience))
		io.Copy(io.Discard, conn.NetConn())
		return nil
	})
}

// nginx starts nginx, visits it and returns its log.
func (b bench) nginx(visit func(plain, tls string) error) (string, error) {
	plain, secure := freePort(), freePort()
	config, err := clients.ReadFile("clients/nginx.conf")
	if err != nil {
		return "", err
	}
	text := strings.NewReplacer("UPSTREAM;", b.port+";", "PLAIN;", plain+";", "TLS ssl;", secure+" ssl;").Replace(string(config))
	if err := os.WriteFile(filepath.Join(b.dir, "nginx.conf"), []byte(text), 0o600); err != nil {
		return "", err
	}
	log := filepath.Join(b.dir, "error.log")
	os.Remove(log)
	command := exec.Command(b.program, "-p", b.dir, "-c", "nginx.conf", "-e", log)
	if err := command.Start(); err != nil {
		return "", err
	}
	defer command.Wait()
	defer command.Process.Kill()
	if err := reachable("127.0.0.1:" + plain); err != nil {
		return "", err
	}
	time.Sleep(settled)
	before, err := os.ReadFile(log)
	if err != nil {
		return "", err
	}
	if err := visit("127.0.0.1:"+plain, "127.0.0.1:"+secure); err != nil {
		return "", err
	}
	time.Sleep(settled)
	written, err := os.ReadFile(log)
	return strings.TrimPrefix(string(written), string(before)), err
}

// reachable waits until somebody listens.
func reachable(address string) error {
	for range 100 {
		if conn, err := net.Dial("tcp", address); err == nil {
			return conn.Close()
		}
		time.Sleep(50 * time.Millisecond)
	}
	return fmt.Errorf("nobody listens on %s", address)
}

// freePort returns a port on which nobody listens.
func freePort() string {
	l, err := net.Listen("tcp", "127.0.0.1:0")
	if err != nil {
		panic(err)
	}
	defer l.Close()
	_, port, _ := net.SplitHostPort(l.Addr().String())
	return port
}
