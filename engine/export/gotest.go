package export

import (
	"fmt"
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// writeGo writes a Go test that makes the same calls with crypto/tls over TCP. What it expects is
// what crypto/tls returns, which is not always what OpenSSL does. Steps that crypto/tls has no call
// for are comments that say why.
func writeGo(p Played) ([]byte, error) {
	config := p.History.World(p.Path[0]).Config()
	g := goWriter{}
	for _, id := range p.Path[1:] {
		g.step(p.History.Step(id))
	}
	version := "tls.VersionTLS13"
	if config.Version == engine.TLS12 {
		version = "tls.VersionTLS12"
	}
	title := strings.Join(strings.Fields(p.Title()), " ")
	if title == "" {
		title = "A TLS connection, step by step"
	}
	return []byte(fmt.Sprintf(goHead, title, version) + g.body.String() + fmt.Sprintf(goTail, g.made, len(p.Steps)) + goHelpers), nil
}

// goItem is something on its way to a peer.
type goItem struct {
	data  int    // bytes, or 0
	end   string // what Read returns at it: "ended"
	alert bool   // it is a close_notify
	seen  bool   // Read has returned it
}

// goWriter writes the steps, and knows what crypto/tls has sent.
type goWriter struct {
	body      strings.Builder
	made      int
	toRead    [2][]goItem // by reader
	sent      [2]bool     // CloseWrite was called
	cut       [2]bool     // nothing more can be written below TLS
	gone      [2]bool     // the socket is closed
	held      [2]bool     // what is written stays in flight, by reader
	inFlight  [2][]goItem // by reader
	lost      string      // why no step can be made any more, "" if it can
	shutdowns [2]int
}

// step writes a step.
func (g *goWriter) step(s engine.Step) {
	line := strconv.Itoa(s.N) + ". " + explain.Line(s)
	code, why := g.code(s)
	fmt.Fprintf(&g.body, "\n\t// %s\n", line)
	if code == "" {
		fmt.Fprintf(&g.body, "\t// No counterpart: %s.\n", why)
		return
	}
	g.made++
	if why != "" {
		fmt.Fprintf(&g.body, "\t// %s\n", why)
	}
	g.body.WriteString("\t" + code + "\n")
}

// code is the statement for a step, and a remark, or "" and why there is none.
func (g *goWriter) code(s engine.Step) (code, remark string) {
	r := s.Op.Role
	switch {
	case g.lost != "":
		return "", g.lost
	case !s.Op.IsCall():
		return g.network(s.Op)
	case g.gone[r]:
		return "", "the socket is closed in Go"
	case s.Blocked:
		g.lost = "a call before this one blocks, and Go's calls are made one after the other here"
		return "", "the call blocks"
	}
	switch s.Op.Verb {
	case engine.VerbWrite, engine.VerbWriteEx:
		return g.write(r, s.Op.N)
	case engine.VerbRead, engine.VerbReadEx:
		return g.read(r, s.Op.N)
	case engine.VerbShutdown:
		return g.shutdown(r)
	case engine.VerbClose:
		return g.close(r)
	case engine.VerbFree:
		return "", "the garbage collector frees a tls.Conn"
	}
	if s.Op.Verb.IsOfProgram() {
		g.lost = "a program has made calls before"
		return "", "programs in C are not translated"
	}
	if s.Op.Verb == engine.VerbDoHandshake {
		return "", "the handshake was made at the start"
	}
	return "", "crypto/tls has no such call"
}

// write is Write of n bytes.
func (g *goWriter) write(r engine.Role, n int) (code, remark string) {
	reader := 1 - r
	waiting := n
	for _, item := range slices.Concat(g.toRead[reader], g.inFlight[reader]) {
		waiting += item.data
	}
	switch {
	case n == 0:
		return "", "an empty Write sends an empty record in Go"
	case g.sent[r]:
		return fmt.Sprintf("%s.write(%d, shutDown)", r, n), ""
	case g.gone[reader]:
		return "", "when the RST of a closed socket arrives is a matter of time"
	case g.cut[r]:
		return fmt.Sprintf("%s.write(%d, broken)", r, n), ""
	case waiting > 64<<10:
		g.lost = "so many bytes would wait in the socket that Write could block"
		return "", g.lost
	}
	for left := n; left > 0; left -= goRecord {
		g.send(reader, goItem{data: min(left, goRecord)})
	}
	return fmt.Sprintf("%s.write(%d, nil)", r, n), ""
}

// send sends something to a peer.
func (g *goWriter) send(reader engine.Role, item goItem) {
	if g.held[reader] {
		g.inFlight[reader] = append(g.inFlight[reader], item)
		return
	}
	g.toRead[reader] = append(g.toRead[reader], item)
}

// goRecord is how many bytes a record holds at most.
const goRecord = 1 << 14

// read is Read into a buffer of n bytes.
func (g *goWriter) read(r engine.Role, n int) (code, remark string) {
	if n == 0 {
		return fmt.Sprintf("%s.read(0, 0, nil)", r), ""
	}
	items := g.toRead[r]
	switch {
	case len(items) == 0:
		return fmt.Sprintf("%s.read(%d, 0, nothing)", r, n), "Nothing is there to read: WANT_READ in OpenSSL, a deadline in Go."
	case items[0].end != "":
		items[0].seen = true
		if items[0].end == "ended" && !items[0].alert {
			remark = "For a FIN without close_notify between two records, crypto/tls also returns io.EOF: it does not report a truncation."
		}
		return fmt.Sprintf("%s.read(%d, 0, %s)", r, n, items[0].end), remark
	}
	got := min(n, items[0].data)
	items[0].data -= got
	if items[0].data == 0 {
		g.toRead[r] = items[1:]
	}
	return fmt.Sprintf("%s.read(%d, %d, nil)", r, n, got), ""
}

// shutdown is CloseWrite for the first SSL_shutdown, and Read for a later one.
func (g *goWriter) shutdown(r engine.Role) (code, remark string) {
	g.shutdowns[r]++
	if g.shutdowns[r] > 1 {
		code, _ = g.read(r, 1)
		return code, "SSL_shutdown looks for the peer's close_notify. In Go, that is a Read, which also returns data."
	}
	if g.gone[1-r] {
		return "", "when the RST of a closed socket arrives is a matter of time"
	}
	g.sent[r] = true
	if g.cut[r] {
		return fmt.Sprintf("%s.closeWrite(broken)", r), ""
	}
	g.send(1-r, goItem{end: "ended", alert: true})
	return fmt.Sprintf("%s.closeWrite(nil)", r), ""
}

// close is Close of the socket below TLS.
func (g *goWriter) close(r engine.Role) (code, remark string) {
	if slices.ContainsFunc(g.toRead[r], func(i goItem) bool { return i.data > 0 || i.alert && !i.seen }) {
		g.lost = "a socket was closed with unread bytes in it, and crypto/tls may have read them from it"
		return "", "crypto/tls may have read the unread bytes from the socket, so whether it sends an RST is not certain"
	}
	if len(g.inFlight[1-r]) > 0 {
		g.lost = "a socket was closed with bytes of it in flight"
		return "", "bytes of this socket are in flight"
	}
	g.gone[r] = true
	if !g.cut[r] {
		g.toRead[1-r] = append(g.toRead[1-r], goItem{end: "ended"})
	}
	return fmt.Sprintf("%s.close()", r), ""
}

// network is a step of the network.
func (g *goWriter) network(op engine.Op) (code, remark string) {
	r := op.Dir.Sender()
	switch {
	case g.gone[r]:
		return "", "the socket is closed in Go"
	case op.Verb == engine.VerbHold:
		g.held[1-r] = true
		return fmt.Sprintf("%s.wire.hold()", r), ""
	case op.Verb == engine.VerbDeliver && (op.N == engine.All || len(g.inFlight[1-r]) == 0):
		g.toRead[1-r] = append(g.toRead[1-r], g.inFlight[1-r]...)
		g.inFlight[1-r] = nil
		return fmt.Sprintf("%s.wire.deliver()", r), ""
	case len(g.inFlight[1-r]) > 0:
		g.lost = "the network has done something to bytes in flight, which is not possible here"
		return "", "bytes are in flight"
	case op.Verb == engine.VerbFIN:
		if !g.cut[r] {
			g.toRead[1-r] = append(g.toRead[1-r], goItem{end: "ended"})
		}
		g.cut[r] = true
		return fmt.Sprintf("%s.fin()", r), ""
	case op.Verb == engine.VerbReset:
		if len(g.toRead[1-r]) > 0 {
			g.lost = "an RST has arrived after bytes, and what is read then is a matter of the system"
			return "", "an RST after bytes that have not been read yet is a matter of the system"
		}
		g.gone[r], g.cut[1-r] = true, true
		g.toRead[1-r] = []goItem{{end: "reset"}}
		return fmt.Sprintf("%s.sendRST()", r), ""
	}
	g.lost = "the network was changed in a way that TCP between two sockets does not allow"
	return "", "TCP between two sockets does not allow this"
}
