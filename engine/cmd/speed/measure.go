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

// times are how long one side took for all scripts, in nanoseconds: for the steps alone,
// and for whole scripts.
type times struct{ stepping, whole float64 }

// measure runs both sides alternately and prints the medians.
func measure(s settings, set *scriptSet, out io.Writer) error {
	var ours, theirs, ratios []times
	for range s.rounds {
		library, err := runLibrary(s.harness, set)
		if err != nil {
			return err
		}
		engine, err := runEngine(set)
		if err != nil {
			return err
		}
		ours, theirs = append(ours, engine), append(theirs, library)
		ratios = append(ratios, times{library.stepping / engine.stepping, library.whole / engine.whole})
	}
	o, t, r := median(ours), median(theirs), median(ratios)
	per := func(total float64, n int) float64 { return total / float64(n) }
	fmt.Fprintf(out, "  steps alone    %8.0f ns a step by the library    %8.0f by the engine    %6.1f times as fast\n",
		per(t.stepping, set.steps), per(o.stepping, set.steps), r.stepping)
	fmt.Fprintf(out, "  whole scripts  %8.0f ns a script by the library  %8.0f by the engine    %6.1f times as fast\n",
		per(t.whole, s.n), per(o.whole, s.n), r.whole)
	fmt.Fprintf(out, "  %.2f allocations a step\n", allocations(set))
	return nil
}

// median returns the median of each field.
func median(rounds []times) times {
	middle := func(of func(times) float64) float64 {
		var list []float64
		for _, t := range rounds {
			list = append(list, of(t))
		}
		slices.Sort(list)
		return (list[(len(list)-1)/2] + list[len(list)/2]) / 2
	}
	return times{middle(func(t times) float64 { return t.stepping }), middle(func(t times) float64 { return t.whole })}
}

// runLibrary makes the harness run the scripts once, without a trace, and measure itself.
func runLibrary(harness string, set *scriptSet) (times, error) {
	cmd := exec.Command(harness, "-time")
	cmd.Stdin = strings.NewReader(set.text)
	printed, err := cmd.Output()
	if err != nil {
		return times{}, fmt.Errorf("%s -time: %w", harness, err)
	}
	var library struct{ Scripts, Steps, Whole, Stepping int }
	if err := json.Unmarshal(printed, &library); err != nil {
		return times{}, fmt.Errorf("%s -time: %w", harness, err)
	}
	if library.Scripts != len(set.scripts) || library.Steps != set.steps {
		return times{}, fmt.Errorf("%s -time ran %d scripts of %d steps, not %d of %d", harness, library.Scripts, library.Steps, len(set.scripts), set.steps)
	}
	return times{float64(library.Stepping), float64(library.Whole)}, nil
}

// minTime is how long the engine repeats the scripts in a round: one pass would be too
// short to be measured.
const minTime = 200 * time.Millisecond

// runEngine measures the engine.
func runEngine(set *scriptSet) (times, error) {
	var t times
	var err error
	if t.stepping, err = repeat(func() error {
		for i := range set.scripts {
			if _, err := apply(set.scripts[i].start, set.scripts[i].ops); err != nil {
				return err
			}
		}
		return nil
	}); err != nil {
		return t, err
	}
	t.whole, err = repeat(func() error {
		for i := range set.scripts {
			start, err := engine.New(set.scripts[i].config)
			if err != nil {
				return err
			}
			if _, err := apply(start, set.scripts[i].ops); err != nil {
				return err
			}
		}
		return nil
	})
	return t, err
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
		if took := time.Since(begun); took >= minTime {
			return float64(took) / float64(n), nil
		}
	}
}
