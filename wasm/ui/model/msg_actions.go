package model

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// MsgFromAction reads what an element of the page does when it is pressed or changed, as
// the element itself says: "seek 4", "act client SSL_read 100". value is that of
// a field. Elements carry text instead of functions, so one listener serves the
// whole page and a row costs nothing but its drawing.
func (m *Model) MsgFromAction(text, value string) (Msg, bool) {
	word, arg, _ := strings.Cut(text, " ")
	if read, ok := actions[word]; ok {
		return read(m, arg, value)
	}
	return nil, false
}

// actions reads what stands behind each word.
var actions = map[string]func(m *Model, arg, value string) (Msg, bool){
	"first":     fixedMsg(First{}),
	"back":      fixedMsg(Back{}),
	"next":      fixedMsg(Next{}),
	"last":      fixedMsg(Last{}),
	"play":      fixedMsg(Play{}),
	"save":      fixedMsg(Save{}),
	"share":     fixedMsg(Share{}),
	"copylink":  fixedMsg(Share{Copy: true}),
	"theme":     fixedMsg(NextTheme{}),
	"motion":    fixedMsg(NextMotion{}),
	"keys":      fixedMsg(NextKeys{}),
	"hide":      fixedMsg(HideDialog{}),
	"untype":    fixedMsg(DiscardEdit{}),
	"fresh":     fixedMsg(NewScenario{}),
	"takeback":  fixedMsg(Unshelve{}),
	"closemenu": fixedMsg(CloseMenu{}),
	"seek":      numberMsg(func(n int) Msg { return Seek{n} }),
	"choose":    numberMsg(func(n int) Msg { return ChooseBranch{engine.NodeID(n)} }),
	"dismiss":   numberMsg(func(n int) Msg { return DismissNotice{n} }),
	"answer":    numberMsg(func(n int) Msg { return PressNotice{n} }),
	"pane":      textMsg(func(s string) Msg { return SetPane{Pane(s)} }),
	"menu":      textMsg(func(s string) Msg { return OpenMenu{s} }),
	"show":      textMsg(func(s string) Msg { return ShowDialog{s} }),
	"preset":    textMsg(func(s string) Msg { return OpenPreset{s} }),
	"open":      textMsg(func(s string) Msg { return OpenSaved{s} }),
	"rename":    textMsg(func(s string) Msg { return StartRename{s} }),
	"duplicate": textMsg(func(s string) Msg { return Duplicate{s} }),
	"delete":    textMsg(func(s string) Msg { return Delete{s} }),
	"copyraw":   numberMsg(func(n int) Msg { return CopyDamaged{n} }),
	"dropraw":   numberMsg(func(n int) Msg { return DeleteDamaged{n} }),
	"act":       msgFromOp,
	"record":    msgFromRecord,
	"chosen":    msgFromRecordMenu,
	"copybytes": fixedMsg(CopyBytes{}),
	"export":    fixedMsg(ExportCapture{}),
	"field":     numberMsg(func(n int) Msg { return FocusField{n} }),
	"run":       numberMsg(func(n int) Msg { return FocusBytes{n} }),
	"light":     msgFromHighlight,
	"break":     numberMsg(func(n int) Msg { return ToggleBreakpoint{n} }),
	"breakhere": fixedMsg(ToggleBreakpointHere{}),
	"undo":      fixedMsg(Undo{}),
	"redo":      fixedMsg(Redo{}),
	"rivalp":    msgFromCompareMenu("profile"),
	"rivalv":    msgFromCompareMenu("version"),
	"transport": msgFromTransport,
	"start":     msgFromStart,
	"renamed":   msgFromNewTitle,
	"pick":      msgFromScenarioMenu,
	"profile":   msgFromProfile,
	"version":   msgFromVersion,
	"speed":     msgFromSpeed,
	"size":      msgFromSize,
	"type":      func(_ *Model, _, value string) (Msg, bool) { return EditScript{value}, true },
	"scrub":     msgFromDrag,
	"scrubbed":  msgFromDragEnd,
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

// msgFromScenarioMenu is the scenario picker, whose values are deeds themselves.
func msgFromScenarioMenu(_ *Model, _, value string) (Msg, bool) {
	word, arg, _ := strings.Cut(value, " ")
	switch word {
	case "preset":
		return OpenPreset{arg}, true
	case "open":
		return OpenSaved{arg}, true
	case "takeback":
		return Unshelve{}, true
	case "fresh":
		return NewScenario{}, true
	}
	return nil, false
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
