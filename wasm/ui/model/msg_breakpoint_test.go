package model

import (
	"slices"
	"testing"
)

func TestPlayingStopsAtABreakpoint(t *testing.T) {
	m := press(t, newModel(), "breakpoint 2", "breakpoint 9", "play")
	if !slices.Equal(SceneOf(m).Dock.Breakpoints, []int{2}) {
		t.Errorf("breakpoints at %v", SceneOf(m).Dock.Breakpoints)
	}
	for range 8 {
		m, _ = Update(m, Tick{m.playID})
	}
	if m.At != 2 || m.Playing {
		t.Errorf("step %d, playing %v", m.At, m.Playing)
	}
	if m, _ = Update(m, ToggleBreakpointHere{}); len(m.Breakpoints) != 0 {
		t.Error("the breakpoint is still there")
	}
}
