package conformance

import (
	"errors"
	"io"
	"net"
	"syscall"
	"testing"
)

// These tests show on loopback sockets what Linux does when a socket is closed with bytes
// unread. They do not depend on how fast anything happens: every wait ends with an event.

// connect returns both ends of a TCP connection. The receive buffer of the reader is the
// smallest that there is.
func connect(t *testing.T) (writer, reader *net.TCPConn) {
	t.Helper()
	listener, err := net.ListenTCP("tcp4", &net.TCPAddr{IP: net.IPv4(127, 0, 0, 1)})
	if err != nil {
		t.Fatal(err)
	}
	defer listener.Close()
	dialer := net.Dialer{Control: func(_, _ string, c syscall.RawConn) error {
		var failed error
		err := c.Control(func(fd uintptr) {
			failed = syscall.SetsockoptInt(int(fd), syscall.SOL_SOCKET, syscall.SO_RCVBUF, 1)
		})
		return errors.Join(err, failed)
	}}
	dialled, err := dialer.Dial("tcp4", listener.Addr().String())
	if err != nil {
		t.Fatal(err)
	}
	accepted, err := listener.AcceptTCP()
	if err != nil {
		t.Fatal(err)
	}
	reader = dialled.(*net.TCPConn)
	t.Cleanup(func() { accepted.Close(); reader.Close() })
	return accepted, reader
}

// leaveUnread sends the writer a byte, and waits until it is in its receive buffer.
func leaveUnread(t *testing.T, writer, reader *net.TCPConn) {
	t.Helper()
	if _, err := reader.Write([]byte{1}); err != nil {
		t.Fatal(err)
	}
	raw, err := writer.SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	err = raw.Read(func(fd uintptr) bool {
		n, _, err := syscall.Recvfrom(int(fd), make([]byte, 1), syscall.MSG_PEEK)
		return n == 1 || err != syscall.EAGAIN
	})
	if err != nil {
		t.Fatal(err)
	}
}

// fill writes until the kernel takes no more, and returns how many bytes it has taken.
func fill(t *testing.T, writer *net.TCPConn) (taken int) {
	t.Helper()
	raw, err := writer.SyscallConn()
	if err != nil {
		t.Fatal(err)
	}
	var failed error
	err = raw.Write(func(fd uintptr) bool {
		for bytes := make([]byte, 4096); ; {
			n, err := syscall.Write(int(fd), bytes)
			if err != nil {
				failed = err
				return true
			}
			taken += n
		}
	})
	if err != nil || failed != syscall.EAGAIN {
		t.Fatal(err, failed)
	}
	return taken
}

// TestCloseLosesWhatIsNotSent: a socket that is closed with bytes unread takes with it what
// the reader's kernel had no room for, although write(2) has accepted it.
func TestCloseLosesWhatIsNotSent(t *testing.T) {
	writer, reader := connect(t)
	leaveUnread(t, writer, reader)
	taken := fill(t, writer)
	writer.Close()
	arrived, err := io.Copy(io.Discard, reader)
	if int(arrived) >= taken || !errors.Is(err, syscall.ECONNRESET) {
		t.Errorf("of %d bytes %d arrived, then %v", taken, arrived, err)
	}
}

// TestCloseKeepsWhatHasArrived: bytes that arrived before the RST can be read. Then one read
// fails, and later ones find the end.
func TestCloseKeepsWhatHasArrived(t *testing.T) {
	writer, reader := connect(t)
	leaveUnread(t, writer, reader)
	if _, err := writer.Write(make([]byte, 100)); err != nil {
		t.Fatal(err)
	}
	first := make([]byte, 1)
	if _, err := io.ReadFull(reader, first); err != nil { // all 100 arrive in one segment
		t.Fatal(err)
	}
	writer.Close()
	arrived, err := io.Copy(io.Discard, reader)
	if arrived != 99 || !errors.Is(err, syscall.ECONNRESET) {
		t.Errorf("%d of 99 bytes arrived, then %v", arrived, err)
	}
	if n, err := reader.Read(first); n != 0 || err != io.EOF {
		t.Errorf("after the error: %d bytes, %v", n, err)
	}
}
