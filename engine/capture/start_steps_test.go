package capture

import (
	"testing"

	"closenotify/engine"
)

// TestUnreadTicketsAreRecorded checks the tickets that are unread at the start
// "tickets", for every release and kind of transport.
func TestUnreadTicketsAreRecorded(t *testing.T) {
	for _, p := range engine.Profiles() {
		for _, transport := range []string{"socket", "bio-pair 5", "memory", "buffered"} {
			config := engine.Config{Profile: p.Name, Start: "tickets", Transport: transport}
			w, err := engine.New(config)
			if err != nil {
				t.Fatal(err)
			}
			c := NewConnection(config)
			tickets := w.Wire(engine.ServerToClient).Records()
			if len(tickets) != 2 {
				t.Errorf("%s, %s: %d tickets", p.Name, transport, len(tickets))
			}
			for i, f := range tickets {
				b := c.RecordBytes(f.Record)
				want := recordedHandshakes()[variant{version: engine.TLS13}].message(engine.Server, engine.NewSessionTicket, i)
				if string(b.Inner[:len(b.Inner)-1]) != string(want) || !b.Recorded {
					t.Errorf("%s, %s: ticket %d is not the recorded one", p.Name, transport, i+1)
				}
			}
		}
	}
}
