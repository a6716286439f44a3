package engine_test

import (
	"slices"
	"testing"

	"closenotify/engine"
)

// TestNumbers are those of the RFCs and of OpenSSL's ssl.h.
func TestNumbers(t *testing.T) {
	got := []int{
		int(engine.TLS12), int(engine.TLS13),
		int(engine.TypeAlert), int(engine.TypeHandshake), int(engine.TypeApplicationData),
		int(engine.Warning), int(engine.Fatal), int(engine.NewSessionTicket), int(engine.KeyUpdate),
		int(engine.CloseNotify), int(engine.UnexpectedMessage), int(engine.BadRecordMAC), int(engine.RecordOverflow),
		int(engine.DecodeError), int(engine.ProtocolVersion), int(engine.InternalError),
		int(engine.ErrorNone), int(engine.ErrorSSL), int(engine.ErrorWantRead), int(engine.ErrorWantWrite), int(engine.ErrorSyscall), int(engine.ErrorZeroReturn),
		int(engine.SentShutdown), int(engine.ReceivedShutdown),
	}
	want := []int{0x0303, 0x0304, 21, 22, 23, 1, 2, 4, 24, 0, 10, 20, 22, 50, 70, 80, 0, 1, 2, 3, 5, 6, 1, 2}
	if !slices.Equal(got, want) {
		t.Errorf("got  %v\nwant %v", got, want)
	}
}
