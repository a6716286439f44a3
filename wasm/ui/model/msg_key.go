package model

import (
	"slices"
	"strings"
	"unicode"

	"closenotify/engine"
)

// Key is a key press.
type Key struct {
	Key      string // as the browser names it: "ArrowLeft", "c", " "
	Shift    bool
	Modified bool      // Ctrl, Alt or Meta is down
	Ctrl     bool      // Ctrl is down, or Meta, which stands for it on a Mac
	Target   KeyTarget // the element that has the keyboard
}

// KeyTarget is a kind of element, by the keys that it uses itself.
type KeyTarget uint8

// The kinds.
const (
	OnPage   KeyTarget = iota
	OnButton           // Space and Enter press it
	OnSlider           // arrows, Home, End and Page keys move it
	OnTab              // left and right go to the next tab
	OnText             // every key types
	OnSelect           // up, down, Home, End and letters choose
)

// KeyMsg gives the message for a key; ok is false if the page does not use the key now.
func (m *Model) KeyMsg(k Key) (msg Msg, ok bool) {
	if msg, ok := m.leaveFieldMsg(k); ok {
		return msg, true
	}
	if msg, ok := undoKeyMsg(k); ok && m.Dialog == "" {
		return msg, true
	}
	if k.Modified || m.Dialog != "" {
		return nil, false
	}
	if m.Menu.Side != "" {
		return m.menuKeyMsg(k)
	}
	switch k.Target {
	case OnText:
		return nil, false
	case OnSelect: // left and right would choose like up and down; here they step, as everywhere
		if k.Key != "ArrowLeft" && k.Key != "ArrowRight" {
			return nil, false
		}
	case OnButton:
		if k.Key == " " || k.Key == "Enter" {
			return nil, false
		}
	case OnSlider:
		if !k.Shift && (isCursorKey(k.Key) || k.Key == "PageUp" || k.Key == "PageDown") {
			return nil, false
		}
	case OnTab:
		if isCursorKey(k.Key) {
			return m.tabKeyMsg(k.Key), true
		}
	}
	if isCursorKey(k.Key) {
		return cursorKeyMsg(k), true
	}
	return m.pageKeyMsg(k)
}

// leaveFieldMsg is for Escape in a field that opens and closes.
func (m *Model) leaveFieldMsg(k Key) (Msg, bool) {
	switch {
	case k.Key != "Escape":
		return nil, false
	case k.Target == OnText && m.isCaptioned() && m.Dialog == "":
		return StopCaption{}, true
	}
	return StopRename{}, m.Saved.Renaming != ""
}

// undoKeyMsg is for Ctrl+Z, Ctrl+Shift+Z and Ctrl+Y. In a text field the browser undoes
// the typing.
func undoKeyMsg(k Key) (Msg, bool) {
	switch {
	case !k.Ctrl || k.Target == OnText:
		return nil, false
	case letterOf(k.Key) == "z" && !k.Shift:
		return Undo{}, true
	case letterOf(k.Key) == "z" || letterOf(k.Key) == "y":
		return Redo{}, true
	}
	return nil, false
}

// isCursorKey reports whether a key moves the cursor along a line of text.
func isCursorKey(key string) bool {
	switch key {
	case "ArrowLeft", "ArrowRight", "Home", "End":
		return true
	}
	return false
}

// cursorKeyMsg is what these keys do on the page.
func cursorKeyMsg(k Key) Msg {
	switch k.Key {
	case "ArrowLeft":
		return Back{Wire: k.Shift}
	case "ArrowRight":
		return Next{Wire: k.Shift}
	case "Home":
		return First{}
	}
	return Last{}
}

// pageKeyMsg is what the other keys do on the page.
func (m *Model) pageKeyMsg(k Key) (Msg, bool) {
	if m.Keys == "off" && k.Key != " " && len([]rune(k.Key)) == 1 {
		return nil, false
	}
	if msg, ok := m.askKeyMsg(k.Key); ok {
		return msg, true
	}
	switch k.Key {
	case " ":
		return Play{}, true
	case "PageDown", ".":
		return Next{}, true
	case "PageUp":
		return Back{}, true
	case "?":
		return ShowDialog{"help"}, true
	case "Escape":
		if n := len(m.Notices); n > 0 {
			return DismissNotice{m.Notices[n-1].ID}, true
		}
		if m.Present {
			return TogglePresent{}, true
		}
		if m.Highlight.On {
			return ClearHighlight{}, true
		}
		if m.Sheet {
			return CloseSheet{}, true
		}
		return nil, false
	}
	return m.letterKeyMsg(letterOf(k.Key))
}

// letterKeyMsg is what a letter does on the page.
func (m *Model) letterKeyMsg(letter string) (Msg, bool) {
	switch letter {
	case "c":
		return OpenMenu{"client"}, true
	case "s":
		return OpenMenu{"server"}, true
	case "n":
		return OpenMenu{"network"}, true
	case "d":
		return m.deliverKeyMsg(), true
	case "b":
		return SetPane{PaneBytes}, true
	case "w":
		return SetPane{PaneWhy}, true
	case "p":
		return ToggleAsk{}, true
	case "f":
		return TogglePresent{}, true
	case "l":
		return Share{Copy: true}, true
	case "x":
		return ToggleBreakpointHere{}, true
	case "u":
		return Undo{}, true
	}
	return m.programKeyMsg(letter)
}

// askKeyMsg is what a key does while a question is open: a digit chooses, 0 skips, Enter goes on.
func (m *Model) askKeyMsg(key string) (Msg, bool) {
	switch stage := m.Ask.Question.stage; {
	case stage == notOpen:
		return nil, false
	case len(key) == 1 && key >= "1" && key <= "9":
		return ChooseAnswer{int(key[0] - '1')}, true
	case stage == asking && key == "0":
		return SkipQuestion{}, true
	case stage == answered && key == "Enter":
		return Continue{}, true
	}
	return nil, false
}

// programKeyMsg is what a letter does where a peer has a program.
func (m *Model) programKeyMsg(letter string) (Msg, bool) {
	r, ok := m.programTurn()
	switch {
	case letter == "v" && ok:
		return OpenProgram{r}, true
	case letter == "v":
		return PasteProgram{}, true
	case !ok:
		return nil, false
	}
	switch letter {
	case "r":
		return StepProgram{r}, true
	case "i":
		return StepLine{r}, true
	case "e":
		return RunPrograms{}, true
	case "t":
		return FireLimit{r}, true
	}
	return nil, false
}

// deliverKeyMsg is what D does: everything in flight arrives, the client's bytes first.
func (m *Model) deliverKeyMsg() Msg {
	for _, op := range m.World().Enabled() {
		if op.Verb == engine.VerbDeliver {
			return Act{op}
		}
	}
	for _, d := range engine.Directions {
		if m.World().Wire(d).Held() {
			return ShowNotice{"Nothing is in flight yet. Make a call that sends something."}
		}
	}
	return ShowNotice{"Nothing is in flight. Hold a direction first: what is written then waits to be delivered."}
}

// menuKeyMsg is what keys do while a call menu is open. The menu of the network has fields
// below it: Tab leads to them, and they use the keys themselves.
func (m *Model) menuKeyMsg(k Key) (Msg, bool) {
	inField := k.Target == OnText || k.Target == OnSelect
	switch {
	case k.Key == "Escape", k.Key == "Tab" && m.Menu.Side != "network":
		return CloseMenu{}, true
	case inField:
		return nil, false
	case k.Key == "Enter" && k.Target == OnPage: // the menu has just been opened: its item is about to get the keyboard
		return m.menuItemMsg()
	case k.Key == "ArrowDown", k.Key == "ArrowRight":
		return MoveInMenu{1}, true
	case k.Key == "ArrowUp", k.Key == "ArrowLeft":
		return MoveInMenu{-1}, true
	}
	if l := letterOf(k.Key); l != "" {
		return FindInMenu{l}, true
	}
	return nil, false
}

// menuItemMsg is a press of the item that has the keyboard.
func (m *Model) menuItemMsg() (Msg, bool) {
	list := m.offersFor(m.Menu.Side)
	if m.Menu.Item >= len(list) {
		return nil, false
	}
	return Act{list[m.Menu.Item].Op}, true
}

// tabKeyMsg goes to another tab. The first one follows the last.
func (m *Model) tabKeyMsg(key string) Msg {
	tabs := TabsWith(m.Pane)
	at := slices.Index(tabs, m.Pane)
	switch key {
	case "ArrowLeft":
		at += len(tabs) - 1
	case "ArrowRight":
		at++
	case "Home":
		at = 0
	case "End":
		at = len(tabs) - 1
	}
	return FocusPane{tabs[at%len(tabs)]}
}

// letterOf is the letter that a key types, in lower case; "" for any other key.
func letterOf(key string) string {
	r := []rune(key)
	if len(r) != 1 || !unicode.IsLetter(r[0]) {
		return ""
	}
	return strings.ToLower(key)
}
