package conformance

import (
	"bytes"
	"compress/gzip"
	"io"
	"slices"
	"strings"
	"testing"
)

// objectOf returns a line of a trace with these values: what the call returned, the bytes
// queued from the client to the server, and the records.
func objectOf(n, step, result, queued, records string) string {
	return `{"n":` + n + `,"step":"` + step + `"` + result +
		`,"client":{"shutdown":"SENT","state":"established","pending":0,"want":"nothing","resumable":true,"cached":true}` +
		`,"server":{"state":"freed"},"wire":{"c2s":{"readable":0,"queued":` + queued + `},"s2c":{"readable":0,"queued":0}}` +
		`,"records":[` + records + `]}`
}

// laterRecording returns a recording with the keys that came to the trace last: calls with
// and without errors, one that writes its argument into bytes, and a change of poll.
func laterRecording() Recording {
	object := func(n, step, call, state, poll string) string {
		return `{"n":` + n + `,"step":"` + step + `"` + call +
			`,"client":{"shutdown":"SENT","state":"established","pending":0,"want":"nothing","resumable":true,"cached":true,` +
			`"has_pending":false,"state_string":"` + state + `","poll":[` + poll + `]}` +
			`,"server":{"state":"freed"},"wire":{"c2s":{"readable":0,"queued":0},"s2c":{"readable":0,"queued":0}},"records":[]}`
	}
	const done = "SSL negotiation finished successfully"
	return Recording{
		Head:  "version tls1.3\nstart established\n",
		Steps: []string{"client SSL_write_ex 10", "client SSL_read_ex 10", "client SSL_read 10", "server SSL_free"},
		Trace: []string{
			object("1", "client SSL_write_ex 10", `,"ret":1,"error":"SSL_ERROR_NONE","reason":"","errors":[],"errno":"","bytes":10`, done, `"out"`),
			object("2", "client SSL_read_ex 10", `,"ret":0,"error":"SSL_ERROR_WANT_READ","reason":"","errors":[],"errno":"EAGAIN","bytes":0`, done, `"out"`),
			object("3", "client SSL_read 10", `,"ret":-1,"error":"SSL_ERROR_WANT_READ","reason":"x","errors":["error:1:x"],"errno":""`, "error", `"in","out"`),
			object("4", "server SSL_free", "", "error", `"in","out"`),
		},
	}
}

// blockingRecording returns a recording of a call that blocks and returns late.
func blockingRecording() Recording {
	const late = `,"returned":[{"peer":"client","step":1,"ret":5,"error":"SSL_ERROR_NONE","reason":"","errors":[],"errno":""}]`
	return Recording{
		Head:  "version tls1.3\nstart established\n",
		Steps: []string{"client SSL_read 5", "c2s hold"},
		Trace: []string{
			objectOf("1", "client SSL_read 5", `,"blocked":true,"deadlock":true`, "0", ""),
			objectOf("2", "c2s hold", late, "0", ""),
		},
	}
}

// recordings returns recordings of every kind: steps that return nothing, calls that
// return their argument, something else or an error, calls that block, a freed peer, and a
// handshake whose bytes are not counted.
func recordings() []Recording {
	const head = "profile openssl-3.0\nversion tls1.2\nstart established\n"
	hold := objectOf("1", "c2s hold", "", "0", "")
	write := objectOf("2", "client SSL_write 10", `,"ret":10,"error":"SSL_ERROR_NONE","reason":""`, "39", "")
	closing := objectOf("3", "client SSL_shutdown", `,"ret":0,"error":"SSL_ERROR_SYSCALL","reason":""`, "70",
		`{"dir":"sent","peer":"client","type":"alert","level":1,"description":0}`)
	again := objectOf("3", "client SSL_write 0", `,"ret":-1,"error":"SSL_ERROR_SSL","reason":"protocol is shutdown"`, "7", "")
	renegotiated := objectOf("2", "client SSL_renegotiate", `,"ret":1,"error":"SSL_ERROR_NONE","reason":""`, "39", "")
	started := "version tls1.3\nstart tickets\n"
	return []Recording{
		{Head: head, Steps: []string{"c2s hold", "client SSL_write 10", "client SSL_shutdown"}, Trace: []string{hold, write, closing}},
		{Head: head, Steps: []string{"c2s hold", "client SSL_write 10", "client SSL_write 0"}, Trace: []string{hold, write, again}},
		{Head: head},
		{Head: started, Steps: []string{"c2s hold"}, Trace: []string{hold}},
		{Head: head, Steps: []string{"c2s hold", "client SSL_renegotiate"}, Trace: []string{hold, renegotiated}},
		laterRecording(),
		blockingRecording(),
	}
}

// pack writes recordings.
func pack(t testing.TB, list []Recording) []byte {
	t.Helper()
	var w RecordingWriter
	for _, r := range list {
		if err := w.Add(r); err != nil {
			t.Fatal(err)
		}
	}
	var b bytes.Buffer
	if err := w.Write(&b); err != nil {
		t.Fatal(err)
	}
	return b.Bytes()
}

func TestRecordingsRoundTrip(t *testing.T) {
	want := recordings()
	file, err := readRecordings(bytes.NewReader(pack(t, want)))
	if err != nil {
		t.Fatal(err)
	}
	shared := []int{0, 2, 0, 0, 0, 0, 0}
	i := 0
	for got, err := range file.All() {
		if err != nil {
			t.Fatal(err)
		}
		trace := want[i].Trace
		if !WireIsCompared(want[i].Script()) {
			trace = slices.Clone(trace)
			for n := range trace {
				trace[n] = WithoutWire(trace[n])
			}
		}
		if got.Script() != want[i].Script() || !slices.Equal(got.Trace, trace) || got.Shared != shared[i] {
			t.Errorf("recording %d: got\n%s%s\n%d shared", i, got.Script(), strings.Join(got.Trace, "\n"), got.Shared)
		}
		i++
	}
	if i != len(want) {
		t.Errorf("got %d recordings, want %d", i, len(want))
	}
}

// TestLettersOfFields: files that were written before a field was added stay readable.
func TestLettersOfFields(t *testing.T) {
	if len(letters) != fieldCount {
		t.Fatalf("%d letters for %d fields", len(letters), fieldCount)
	}
	for i := range letters {
		if strings.IndexByte(letters, letters[i]) != i {
			t.Errorf("two fields have the letter %c", letters[i])
		}
	}
}

// TestUsualValuesAreNotWritten: errors, errno and an argument that comes back take no room
// in a file where they have their usual values.
func TestUsualValuesAreNotWritten(t *testing.T) {
	rows, err := laterRecording().rows()
	if err != nil {
		t.Fatal(err)
	}
	for i, want := range []string{"a1\tw=", "a0\tb\"SSL_ERROR_WANT_READ\"\tw0"} {
		if got := rows[i].change(&rows[i], "client SSL_write_ex 10"); got != want {
			t.Errorf("step %d: got %q, want %q", i+1, got, want)
		}
	}
}

func TestRecordingWriterRefuses(t *testing.T) {
	one := recordings()[0]
	for name, change := range map[string]func(*Recording){
		"a step too many":    func(r *Recording) { r.Steps = append(r.Steps, "client SSL_free") },
		"another step":       func(r *Recording) { r.Steps = []string{"c2s fin", r.Steps[1], r.Steps[2]} },
		"no JSON":            func(r *Recording) { r.Trace = []string{"", "", ""} },
		"a key out of place": func(r *Recording) { r.Trace = []string{`{"step":"c2s hold","n":1}`, r.Trace[1], r.Trace[2]} },
	} {
		r := one
		change(&r)
		if err := new(RecordingWriter).Add(r); err == nil {
			t.Errorf("%s: no error", name)
		}
	}
}

func TestReadRecordingsRefusesWhatIsCut(t *testing.T) {
	whole := pack(t, recordings())
	for n := range whole {
		if _, err := readRecordings(bytes.NewReader(whole[:n])); err == nil {
			t.Fatalf("no error from the first %d of %d bytes", n, len(whole))
		}
	}
}

// FuzzRecordings fuzzes the unpacked form: compressed bytes would hide the tables and
// columns from the fuzzer.
func FuzzRecordings(f *testing.F) {
	z, err := gzip.NewReader(bytes.NewReader(pack(f, recordings())))
	if err != nil {
		f.Fatal(err)
	}
	unpacked, err := io.ReadAll(z)
	if err != nil {
		f.Fatal(err)
	}
	f.Add(string(unpacked))
	f.Fuzz(func(t *testing.T, text string) {
		file, err := parseRecordings(text)
		if err != nil {
			return
		}
		n := 0
		for _, err := range file.All() {
			if n++; err != nil || n > 1000 {
				return
			}
		}
	})
}
