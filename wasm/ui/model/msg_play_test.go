package model

import (
	"slices"
	"testing"
	"time"
)

func TestPlayGoesToTheEndAndStops(t *testing.T) {
	m, cmds := send(newModel(), Play{})
	for n := 0; m.Playing; n++ {
		wait, ok := cmds[0].(Wait)
		if !ok || wait.For < time.Second || wait.For > 6*time.Second {
			t.Fatalf("playing asks for %v", cmds)
		}
		if m, cmds = Update(m, wait.Msg); n > m.Len() {
			t.Fatal("playing never ends")
		}
	}
	if m.At != m.Len() {
		t.Errorf("stopped at step %d of %d", m.At, m.Len())
	}
	if m, _ = send(m, Play{}); m.At != 1 {
		t.Errorf("playing again begins at step %d, want 1", m.At)
	}
}

// TestTheAddressWaitsForTheEndOfPlaying: to show an address takes longer than a step.
func TestTheAddressWaitsForTheEndOfPlaying(t *testing.T) {
	m, cmds := send(newModel(), Play{})
	for m.Playing {
		if slices.Contains(cmds, Cmd(SyncURL{})) {
			t.Errorf("the address follows to step %d of %d", m.At, m.Len())
		}
		m, cmds = Update(m, Tick{m.playID})
	}
	if !slices.Contains(cmds, Cmd(SyncURL{})) {
		t.Errorf("the address does not follow to the end: %v", cmds)
	}
	m, _ = send(m, Play{})
	if _, cmds = Update(m, Play{}); !slices.Contains(cmds, Cmd(SyncURL{})) {
		t.Errorf("the address does not follow to the step of a pause: %v", cmds)
	}
}

func TestAnOldTickIsIgnored(t *testing.T) {
	m, cmds := send(newModel(), Play{})
	old := cmds[0].(Wait).Msg
	m, _ = send(m, Play{}, Play{})
	at := m.At
	if m, _ = send(m, old); m.At != at {
		t.Error("the tick of an earlier playing takes a step")
	}
}

func TestAnyStepByHandStopsPlaying(t *testing.T) {
	for _, text := range []string{"next", "back", "first", "last", "seek 2", "act client SSL_free", "menu client", "show-dialog help"} {
		m, _ := send(newModel(), Play{})
		if m = press(t, m, text); m.Playing {
			t.Errorf("%s does not stop the playing", text)
		}
	}
}

func TestSpeedChangesTheTimeOnAStep(t *testing.T) {
	m := newModel()
	slow := m.timeOnStep()
	msg, _ := m.MsgFromAction("set-speed", "4")
	m, _ = send(m, msg, SetSpeed{77})
	if m.Speed != 4 || m.timeOnStep() != slow/4 {
		t.Errorf("speed %v, %v on a step instead of %v", m.Speed, m.timeOnStep(), slow/4)
	}
}

func TestAnEmptyStageHasNothingToPlay(t *testing.T) {
	m, _ := send(emptyModel(t), Play{})
	if m.Playing || len(m.Notices) == 0 {
		t.Errorf("playing %v, notices %v", m.Playing, m.Notices)
	}
}
