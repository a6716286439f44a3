package model

import (
	"strconv"
	"strings"

	"closenotify/engine"
)

// Do reads what an element of the page does when it is pressed or changed, as
// the element itself says: "seek 4", "act client SSL_read 100". value is that of
// a field. Elements carry text instead of functions, so one listener serves the
// whole page and a row costs nothing but its drawing.
func (m *Model) Do(text, value string) (Msg, bool) {
	word, arg, _ := strings.Cut(text, " ")
	if read, ok := deeds[word]; ok {
		return read(m, arg, value)
	}
	return nil, false
}

// deeds reads what stands behind each word.
var deeds = map[string]func(m *Model, arg, value string) (Msg, bool){
	"first":     plain(First{}),
	"back":      plain(Back{}),
	"next":      plain(Next{}),
	"last":      plain(Last{}),
	"play":      plain(Play{}),
	"save":      plain(Save{}),
	"share":     plain(Share{}),
	"copylink":  plain(Share{Copy: true}),
	"theme":     plain(NextTheme{}),
	"motion":    plain(NextMotion{}),
	"keys":      plain(NextKeys{}),
	"hide":      plain(HideDialog{}),
	"untype":    plain(DiscardEdit{}),
	"fresh":     plain(NewScenario{}),
	"takeback":  plain(Unshelve{}),
	"closemenu": plain(CloseMenu{}),
	"seek":      number(func(n int) Msg { return Seek{n} }),
	"choose":    number(func(n int) Msg { return Choose{engine.NodeID(n)} }),
	"dismiss":   number(func(n int) Msg { return DismissNotice{n} }),
	"answer":    number(func(n int) Msg { return PressNotice{n} }),
	"pane":      words(func(s string) Msg { return SetPane{Pane(s)} }),
	"menu":      words(func(s string) Msg { return OpenMenu{s} }),
	"show":      words(func(s string) Msg { return ShowDialog{s} }),
	"preset":    words(func(s string) Msg { return OpenPreset{s} }),
	"open":      words(func(s string) Msg { return OpenSaved{s} }),
	"rename":    words(func(s string) Msg { return StartRename{s} }),
	"duplicate": words(func(s string) Msg { return Duplicate{s} }),
	"delete":    words(func(s string) Msg { return Delete{s} }),
	"copyraw":   number(func(n int) Msg { return CopyRaw{n} }),
	"dropraw":   number(func(n int) Msg { return DropRaw{n} }),
	"act":       doAct,
	"record":    doRecord,
	"chosen":    doChosen,
	"copybytes": plain(CopyBytes{}),
	"export":    plain(ExportCapture{}),
	"field":     number(func(n int) Msg { return FocusField{n} }),
	"run":       number(func(n int) Msg { return FocusBytes{n} }),
	"light":     doLight,
	"break":     number(func(n int) Msg { return ToggleBreakpoint{n} }),
	"breakhere": plain(ToggleBreakpointHere{}),
	"undo":      plain(Undo{}),
	"redo":      plain(Redo{}),
	"rivalp":    doRival("profile"),
	"rivalv":    doRival("version"),
	"transport": doTransport,
	"start":     doStart,
	"renamed":   doRenamed,
	"pick":      doPick,
	"profile":   doProfile,
	"version":   doVersion,
	"speed":     doSpeed,
	"size":      doSize,
	"type":      func(_ *Model, _, value string) (Msg, bool) { return EditScript{value}, true },
	"scrub":     doScrub,
	"scrubbed":  doScrubbed,
}

func plain(msg Msg) func(*Model, string, string) (Msg, bool) {
	return func(*Model, string, string) (Msg, bool) { return msg, true }
}

func words(msg func(string) Msg) func(*Model, string, string) (Msg, bool) {
	return func(_ *Model, arg, _ string) (Msg, bool) { return msg(arg), arg != "" }
}

func number(msg func(int) Msg) func(*Model, string, string) (Msg, bool) {
	return func(_ *Model, arg, _ string) (Msg, bool) {
		n, err := strconv.Atoi(arg)
		return msg(n), err == nil
	}
}

func doAct(_ *Model, arg, _ string) (Msg, bool) {
	op, err := engine.ParseOp(arg)
	return Act{op}, err == nil
}

func doRenamed(_ *Model, arg, value string) (Msg, bool) {
	return Rename{arg, strings.TrimSpace(value)}, true
}

// doPick is the scenario picker, whose values are deeds themselves.
func doPick(_ *Model, _, value string) (Msg, bool) {
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

func doProfile(m *Model, _, value string) (Msg, bool) {
	c := m.Config
	c.Profile = value
	return SetConfig{c}, true
}

func doVersion(m *Model, _, value string) (Msg, bool) {
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

func doTransport(m *Model, _, value string) (Msg, bool) {
	c := m.Config
	c.Transport = value
	return SetConfig{c}, true
}

func doStart(m *Model, _, value string) (Msg, bool) {
	c := m.Config
	c.Start = value
	return SetConfig{c}, true
}

func doSpeed(_ *Model, _, value string) (Msg, bool) {
	f, err := strconv.ParseFloat(value, 64)
	return SetSpeed{f}, err == nil
}

// doSize reads "read 0", the call and whose it is.
func doSize(_ *Model, arg, value string) (Msg, bool) {
	what, of, _ := strings.Cut(arg, " ")
	role, err := strconv.Atoi(of)
	n, bad := strconv.Atoi(value)
	if err != nil || bad != nil {
		return nil, false
	}
	return SetSize{what, role, min(n, engine.MaxBytes)}, true
}

func doScrub(_ *Model, _, value string) (Msg, bool) {
	n, err := strconv.Atoi(value)
	return Scrub{n}, err == nil
}

// doScrubbed is the end of a drag: now the step is said.
func doScrubbed(_ *Model, _, value string) (Msg, bool) {
	n, err := strconv.Atoi(value)
	return Scrubbed{n}, err == nil
}
