package conformance

import (
	"bytes"
	"compress/gzip"
	"fmt"
	"io"
	"maps"
	"os"
	"slices"
	"strings"
)

// Traces are what was recorded of some scripts: the lines of each trace, by a key that has no
// line break, such as "NAME tls1.3".
type Traces map[string][]string

// traceHeading begins each trace in a file.
const traceHeading = "== "

// WriteTraces writes the traces to the file at path, compressed. The same traces always make the
// same file.
func WriteTraces(path string, traces Traces) error {
	var b bytes.Buffer
	z, err := gzip.NewWriterLevel(&b, gzip.BestCompression)
	if err != nil {
		return err
	}
	for _, key := range slices.Sorted(maps.Keys(traces)) {
		fmt.Fprintf(z, "%s%s\n%s\n", traceHeading, key, strings.Join(traces[key], "\n"))
	}
	if err := z.Close(); err != nil {
		return err
	}
	return os.WriteFile(path, b.Bytes(), 0o644)
}

// ReadTraces reads what WriteTraces wrote.
func ReadTraces(path string) (Traces, error) {
	f, err := os.Open(path)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	data, err := io.ReadAll(z)
	if err != nil {
		return nil, fmt.Errorf("%s: %w", path, err)
	}
	traces := Traces{}
	for _, text := range strings.Split("\n"+string(data), "\n"+traceHeading)[1:] {
		lines := strings.Split(strings.TrimSuffix(text, "\n"), "\n")
		traces[lines[0]] = lines[1:]
	}
	return traces, nil
}

// RunForAll runs each script, named by the keys, for the profile and in both versions, and
// returns the traces by "NAME VERSION", without wire where that is not compared.
func (h *Harness) RunForAll(profile string, scripts map[string]string) (Traces, error) {
	traces := Traces{}
	for name, text := range scripts {
		for _, v := range Versions {
			trace, err := h.Run(WithProfile(text, profile, v))
			if err != nil {
				return nil, fmt.Errorf("%s: %w", name, err)
			}
			if !WireIsCompared(text) {
				for i := range trace {
					trace[i] = WithoutWire(trace[i])
				}
			}
			traces[name+" "+v] = trace
		}
	}
	return traces, nil
}
