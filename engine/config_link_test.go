package engine_test

import (
	"testing"

	"closenotify/engine"
)

// TestLinkCodesRoundTrip takes every Config to its numbers and back, and finds no
// number given out twice.
func TestLinkCodesRoundTrip(t *testing.T) {
	seen := map[engine.LinkCodes]engine.Config{}
	for _, p := range engine.Profiles() {
		for _, v := range engine.Versions {
			for _, start := range engine.Starts() {
				for _, transport := range []string{"socket", "bio-pair 1", "bio-pair 64", "memory", "buffered"} {
					c := engine.Config{Profile: p.Name, Version: v, Start: start, Transport: transport}
					codes, err := c.LinkCodes()
					if err != nil {
						t.Fatal(err)
					}
					if other, ok := seen[codes]; ok {
						t.Errorf("%+v has the numbers of %+v", c, other)
					}
					seen[codes] = c
					if got, ok := engine.ConfigWithLinkCodes(codes); !ok || got != c.Sparse() {
						t.Errorf("%+v has the numbers %+v, which stand for %+v, %v", c, codes, got, ok)
					}
				}
			}
		}
	}
	if zero, err := (engine.Config{}).LinkCodes(); err != nil || zero != (engine.LinkCodes{}) {
		t.Errorf("the default has %+v, %v", zero, err)
	}
}

func TestUnknownLinkCodes(t *testing.T) {
	for _, codes := range []engine.LinkCodes{{Profile: 99}, {Version: 99}, {Start: 99}, {Transport: 99}, {Transport: 1}, {Transport: 1, Size: 1 << 40}} {
		if c, ok := engine.ConfigWithLinkCodes(codes); ok {
			t.Errorf("%+v stands for %+v", codes, c)
		}
	}
}

// TestVerbLinkCodesRoundTrip does the same with the calls and the steps of the network.
func TestVerbLinkCodesRoundTrip(t *testing.T) {
	type code struct {
		call bool
		n    int
	}
	seen := map[code]engine.Verb{}
	for _, v := range engine.Verbs() {
		c := code{v.IsCall(), v.LinkCode()}
		if other, ok := seen[c]; ok {
			t.Errorf("%s has the number of %s", v, other)
		}
		seen[c] = v
		if got, ok := engine.VerbWithLinkCode(c.call, c.n); !ok || got != v {
			t.Errorf("%s has the number %d, which stands for %s, %v", v, c.n, got, ok)
		}
	}
	if len(seen) == 0 {
		t.Error("there are no verbs")
	}
	if v, ok := engine.VerbWithLinkCode(true, 99); ok {
		t.Errorf("99 stands for %s", v)
	}
}

// TestFirstArgument: what a button tries first is an argument that the call takes.
func TestFirstArgument(t *testing.T) {
	for _, v := range engine.Verbs() {
		w, _ := play(t, engine.Config{})
		if _, _, err := w.Apply(engine.Op{Verb: v, N: v.FirstArgument()}); err != nil {
			t.Error(err)
		}
		if n := v.FirstArgument(); v.TakesBytes() != (n > 0) {
			t.Errorf("%s tries %d first", v, n)
		}
	}
	if n := engine.Verb(0).FirstArgument(); n != 0 {
		t.Errorf("no verb tries %d first", n)
	}
}

// TestLinkCodesRefuse: what New refuses has no numbers.
func TestLinkCodesRefuse(t *testing.T) {
	if codes, err := (engine.Config{Profile: "openssl-0.9.8"}).LinkCodes(); err == nil || codes != (engine.LinkCodes{}) {
		t.Errorf("%+v, %v", codes, err)
	}
}
