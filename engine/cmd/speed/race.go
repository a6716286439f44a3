package main

import (
	"encoding/json"
	"fmt"
	"io"
	"os/exec"
	"slices"
	"strings"
	"time"

	"closenotify/engine"
)

// lap is the time that one side took for the mix, in nanoseconds: for the steps alone, and
// for whole scripts.
type lap struct{ stepping, whole float64 }

// race runs both sides alternately and prints the medians.
func race(s settings, m *mix, out io.Writer) error {
	var ours, theirs, ratios []lap
	for range s.rounds {
		library, err := runLibrary(s.harness, m)
		if err != nil {
			return err
		}
		engine, err := runEngine(m)
		if err != nil {
			return err
		}
		ours, theirs = append(ours, engine), append(theirs, library)
		ratios = append(ratios, lap{library.stepping / engine.stepping, library.whole / engine.whole})
	}
	o, t, r := median(ours), median(theirs), median(ratios)
	per := func(total float64, n int) float64 { return total / float64(n) }
	fmt.Fprintf(out, "  steps alone    %8.0f ns a step by the library    %8.0f by the engine    %6.1f times as fast\n",
		per(t.stepping, m.steps), per(o.stepping, m.steps), r.stepping)
	fmt.Fprintf(out, "  whole scripts  %8.0f ns a script by the library  %8.0f by the engine    %6.1f times as fast\n",
		per(t.whole, s.n), per(o.whole, s.n), r.whole)
	fmt.Fprintf(out, "  %.2f allocations a step\n", allocations(m))
	return nil
}

// median returns the median of each field.
func median(laps []lap) lap {
	middle := func(of func(lap) float64) float64 {
		var list []float64
		for _, l := range laps {
			list = append(list, of(l))
		}
		slices.Sort(list)
		return (list[(len(list)-1)/2] + list[len(list)/2]) / 2
	}
	return lap{middle(func(l lap) float64 { return l.stepping }), middle(func(l lap) float64 { return l.whole })}
}

// runLibrary makes the harness run the scripts once, without a trace, and measure itself.
func runLibrary(harness string, m *mix) (lap, error) {
	cmd := exec.Command(harness, "-time")
	cmd.Stdin = strings.NewReader(m.text)
	printed, err := cmd.Output()
	if err != nil {
		return lap{}, fmt.Errorf("%s -time: %w", harness, err)
	}
	var times struct{ Scripts, Steps, Whole, Stepping int }
	if err := json.Unmarshal(printed, &times); err != nil {
		return lap{}, fmt.Errorf("%s -time: %w", harness, err)
	}
	if times.Scripts != len(m.scripts) || times.Steps != m.steps {
		return lap{}, fmt.Errorf("%s -time ran %d scripts of %d steps, not %d of %d", harness, times.Scripts, times.Steps, len(m.scripts), m.steps)
	}
	return lap{float64(times.Stepping), float64(times.Whole)}, nil
}

// minLap is how long the engine repeats the scripts for a lap: one pass would be too short
// to be measured.
const minLap = 200 * time.Millisecond

// runEngine measures the engine.
func runEngine(m *mix) (lap, error) {
	var l lap
	var err error
	if l.stepping, err = repeat(func() error {
		for i := range m.scripts {
			if _, err := apply(m.scripts[i].start, m.scripts[i].ops); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return l, err
	}
	l.whole, err = repeat(func() error {
		for i := range m.scripts {
			start, err := engine.New(m.scripts[i].config)
			if err != nil {
				return err
			}
			if _, err := apply(start, m.scripts[i].ops); err != nil {
				return err
			}
		}
		return nil
	})
	return l, err
}

// apply applies ops one after the other. It returns the last Step, so that the compiler
// cannot drop the work.
func apply(w engine.World, ops []engine.Op) (step engine.Step, err error) {
	for _, op := range ops {
		if w, step, err = w.Apply(op); err != nil {
			return step, err
		}
	}
	return step, nil
}

// repeat returns the time of one pass, in nanoseconds.
func repeat(pass func() error) (float64, error) {
	begun := time.Now()
	for n := 1; ; n++ {
		if err := pass(); err != nil {
			return 0, err
		}
		if took := time.Since(begun); took >= minLap {
			return float64(took) / float64(n), nil
		}
	}
}
