package main

import (
	"compress/gzip"
	"encoding/json"
	"os"
)

// writeTraces writes traces, by their names.
func writeTraces(file string, traces map[string][]string) error {
	f, err := os.Create(file)
	if err != nil {
		return err
	}
	defer f.Close()
	z, err := gzip.NewWriterLevel(f, gzip.BestCompression)
	if err != nil {
		return err
	}
	if err := json.NewEncoder(z).Encode(traces); err != nil {
		return err
	}
	return z.Close()
}

// readTraces reads what writeTraces has written.
func readTraces(file string) (traces map[string][]string, err error) {
	f, err := os.Open(file)
	if err != nil {
		return nil, err
	}
	defer f.Close()
	z, err := gzip.NewReader(f)
	if err != nil {
		return nil, err
	}
	return traces, json.NewDecoder(z).Decode(&traces)
}
