package model

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
)

// MsgFromAction reads what an element of the page does when it is pressed or
// changed. The element says it as text: "seek 4", "act client SSL_read 100".
// value is the value of a field. An "option" is a menu whose values are actions
// themselves. ok is false where the text is no action.
//
// Elements carry text, not functions: one listener serves the whole page, and a
// row of a long scenario costs nothing but its drawing.
func (m *Model) MsgFromAction(text, value string) (msg Msg, ok bool) {
	word, arg, _ := strings.Cut(text, " ")
	if word == "option" {
		word, arg, _ = strings.Cut(value, " ")
	}
	if read, ok := actions[word]; ok {
		return read(m, arg, value)
	}
	return nil, false
}

// ActionWords lists the first words of all actions, in no order.
func ActionWords() []string { return slices.Collect(maps.Keys(actions)) }

// actions reads what stands behind each word.
var actions = map[string]func(m *Model, arg, value string) (Msg, bool){
	"first":           fixedMsg(First{}),
	"back":            fixedMsg(Back{}),
	"next":            fixedMsg(Next{}),
	"last":            fixedMsg(Last{}),
	"play":            fixedMsg(Play{}),
	"save":            fixedMsg(Save{}),
	"share":           fixedMsg(Share{}),
	"copy-link":       fixedMsg(Share{Copy: true}),
	"next-theme":      fixedMsg(NextTheme{}),
	"next-motion":     fixedMsg(NextMotion{}),
	"next-keys":       fixedMsg(NextKeys{}),
	"hide-dialog":     fixedMsg(HideDialog{}),
	"discard-edit":    fixedMsg(DiscardEdit{}),
	"new-scenario":    fixedMsg(NewScenario{}),
	"unshelve":        fixedMsg(Unshelve{}),
	"seek":            numberMsg(func(n int) Msg { return Seek{n} }),
	"choose-branch":   numberMsg(func(n int) Msg { return ChooseBranch{engine.NodeID(n)} }),
	"dismiss":         numberMsg(func(n int) Msg { return DismissNotice{n} }),
	"press-notice":    numberMsg(func(n int) Msg { return PressNotice{n} }),
	"pane":            textMsg(func(s string) Msg { return SetPane{Pane(s)} }),
	"menu":            textMsg(func(s string) Msg { return OpenMenu{s} }),
	"show-dialog":     textMsg(func(s string) Msg { return ShowDialog{s} }),
	"open-preset":     textMsg(func(s string) Msg { return OpenPreset{s} }),
	"open-saved":      textMsg(func(s string) Msg { return OpenSaved{s} }),
	"rename":          textMsg(func(s string) Msg { return StartRename{s} }),
	"duplicate":       textMsg(func(s string) Msg { return Duplicate{s} }),
	"delete":          textMsg(func(s string) Msg { return Delete{s} }),
	"copy-damaged":    numberMsg(func(n int) Msg { return CopyDamaged{n} }),
	"delete-damaged":  numberMsg(func(n int) Msg { return DeleteDamaged{n} }),
	"act":             msgFromOp,
	"show-record":     msgFromRecord,
	"copy-bytes":      fixedMsg(CopyBytes{}),
	"export-capture":  fixedMsg(ExportCapture{}),
	"focus-field":     numberMsg(func(n int) Msg { return FocusField{n} }),
	"focus-bytes":     numberMsg(func(n int) Msg { return FocusBytes{n} }),
	"highlight":       msgFromHighlight,
	"breakpoint":      numberMsg(func(n int) Msg { return ToggleBreakpoint{n} }),
	"undo":            fixedMsg(Undo{}),
	"redo":            fixedMsg(Redo{}),
	"compare-profile": msgFromCompareMenu("profile"),
	"compare-version": msgFromCompareMenu("version"),
	"set-transport":   msgFromTransport,
	"set-start":       msgFromStart,
	"set-title":       msgFromNewTitle,
	"set-profile":     msgFromProfile,
	"set-version":     msgFromVersion,
	"set-speed":       msgFromSpeed,
	"set-size":        msgFromSize,
	"edit-script":     func(_ *Model, _, value string) (Msg, bool) { return EditScript{value}, true },
	"drag-slider":     msgFromDrag,
	"end-drag":        msgFromDragEnd,
}

func fixedMsg(msg Msg) func(*Model, string, string) (Msg, bool) {
	return func(*Model, string, string) (Msg, bool) { return msg, true }
}

func textMsg(msg func(string) Msg) func(*Model, string, string) (Msg, bool) {
	return func(_ *Model, arg, _ string) (Msg, bool) { return msg(arg), arg != "" }
}

func numberMsg(msg func(int) Msg) func(*Model, string, string) (Msg, bool) {
	return func(_ *Model, arg, _ string) (Msg, bool) {
		n, err := strconv.Atoi(arg)
		return msg(n), err == nil
	}
}

func msgFromOp(_ *Model, arg, _ string) (Msg, bool) {
	op, err := engine.ParseOp(arg)
	return Act{op}, err == nil
}

func msgFromNewTitle(_ *Model, arg, value string) (Msg, bool) {
	return Rename{arg, strings.TrimSpace(value)}, true
}

func msgFromProfile(m *Model, _, value string) (Msg, bool) {
	c := m.Config
	c.Profile = value
	return SetConfig{c}, true
}

func msgFromVersion(m *Model, _, value string) (Msg, bool) {
	c := m.Config
	c.Version = versionNamed(value, c.Version)
	return SetConfig{c}, true
}

// versionNamed is the version of that name, or the other one if there is none.
func versionNamed(name string, other engine.Version) engine.Version {
	for _, v := range engine.Versions {
		if v.String() == name {
			return v
		}
	}
	return other
}

func msgFromTransport(m *Model, _, value string) (Msg, bool) {
	c := m.Config
	c.Transport = value
	return SetConfig{c}, true
}

func msgFromStart(m *Model, _, value string) (Msg, bool) {
	c := m.Config
	c.Start = value
	return SetConfig{c}, true
}

func msgFromSpeed(_ *Model, _, value string) (Msg, bool) {
	f, err := strconv.ParseFloat(value, 64)
	return SetSpeed{f}, err == nil
}

// msgFromSize reads "read 0", the call and whose it is.
func msgFromSize(_ *Model, arg, value string) (Msg, bool) {
	what, of, _ := strings.Cut(arg, " ")
	role, err := strconv.Atoi(of)
	n, bad := strconv.Atoi(value)
	if err != nil || bad != nil {
		return nil, false
	}
	return SetSize{what, role, min(n, engine.MaxBytes)}, true
}

func msgFromDrag(_ *Model, _, value string) (Msg, bool) {
	n, err := strconv.Atoi(value)
	return DragSlider{n}, err == nil
}

// msgFromDragEnd is the end of a drag: now the step is said.
func msgFromDragEnd(_ *Model, _, value string) (Msg, bool) {
	n, err := strconv.Atoi(value)
	return EndDrag{n}, err == nil
}
