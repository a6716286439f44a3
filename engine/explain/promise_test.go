package explain_test

import (
	"slices"
	"strings"
	"testing"

	"closenotify/engine"
	"closenotify/engine/explain"
)

// TestCleanEnds looks at every step of every recorded script and shipped scenario after which
// the page speaks of a clean end: the peer has received a close_notify. If it promises that
// SSL_shutdown returns 1 as soon as everything is sent, the call does not return 0.
func TestCleanEnds(t *testing.T) {
	texts := recordings(t)
	for _, text := range shippedScripts(t) {
		texts[text] = text
	}
	clean, promised := 0, 0
	for name, text := range texts {
		h, path := play(t, text)
		for i, id := range path[1:] {
			e, _ := explain.ErrorOf(h, id)
			role := h.Step(id).Op.Role
			if strings.HasPrefix(e.Advice.Text, "A clean end") {
				clean++
				if !hasReceivedCloseNotify(h, path[1:i+2], role) {
					t.Errorf("%s: no clean end: %s", name, explain.Line(h.Step(id)))
				}
			}
			if !strings.Contains(e.Advice.Text, "returns 1 as soon as") {
				continue
			}
			promised++
			_, s, err := h.World(id).Apply(engine.Op{Verb: engine.VerbShutdown, Role: role})
			if err != nil || s.Ret == 0 {
				t.Errorf("%s: after %s, %s", name, explain.Line(h.Step(id)), explain.Line(s))
			}
		}
	}
	if clean == 0 || promised == 0 {
		t.Errorf("%d clean ends, %d promises", clean, promised)
	}
}

// hasReceivedCloseNotify reports whether a peer has received a close_notify in some steps.
func hasReceivedCloseNotify(h engine.History, steps []engine.NodeID, r engine.Role) bool {
	return slices.ContainsFunc(steps, func(id engine.NodeID) bool {
		return slices.ContainsFunc(h.Step(id).Events(), func(e engine.Event) bool {
			return e.Role == r && e.Received && e.Type == engine.TypeAlert && e.Alert.Description == engine.CloseNotify
		})
	})
}

// TestAdviceAboutClose: to call SSL_shutdown before close(2) is advised only to a peer that has
// not done so.
func TestAdviceAboutClose(t *testing.T) {
	h, path := play(t, "client close\nserver SSL_shutdown\nserver close")
	if got := explain.Next(h, path[1]); got != engine.RuleClose.Advice {
		t.Errorf("a client that closes its socket first is told %q", got)
	}
	if got := explain.Next(h, path[3]); got == engine.RuleClose.Advice {
		t.Errorf("a server that has called SSL_shutdown is told %q", got)
	}
}

// TestFailureAfterTheEnd: a write that fails after the peer has closed its half is no clean
// end, although SSL_get_error says SSL_ERROR_ZERO_RETURN.
func TestFailureAfterTheEnd(t *testing.T) {
	h, path := play(t, "profile openssl-3.0\nclient SSL_write 10\nserver SSL_shutdown\nserver close\nclient SSL_read 9\nclient SSL_shutdown")
	e, ok := explain.ErrorOf(h, path[5])
	if !ok || e.Name != "SSL_ERROR_ZERO_RETURN" || e.Tone != explain.ToneFatal || e.Errno != "ECONNRESET" || !strings.HasPrefix(e.Advice.Text, "The call failed.") {
		t.Errorf("%+v", e)
	}
}
