package model

import (
	"maps"
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
)

// action makes the message of an action from the text after its word and from the value
// of its field. ok is false where these make no sense.
type action func(m *Model, arg, value string) (msg Msg, ok bool)

// actions has a row for everything that an element of the page can do, by its word.
var actions = map[string]action{
	"first":       fixedMsg(First{}),
	"back":        fixedMsg(Back{}),
	"next":        fixedMsg(Next{}),
	"last":        fixedMsg(Last{}),
	"play":        fixedMsg(Play{}),
	"seek":        numberMsg(func(n int) Msg { return Seek{n} }),
	"drag-slider": valueMsg(func(n int) Msg { return DragSlider{n} }),
	"end-drag":    valueMsg(func(n int) Msg { return EndDrag{n} }),
	"set-speed":   msgFromSpeed,
	"breakpoint":  numberMsg(func(n int) Msg { return ToggleBreakpoint{n} }),

	"act":           msgFromOp,
	"menu":          textMsg(func(s string) Msg { return OpenMenu{s} }),
	"set-size":      msgFromSize,
	"set-start":     configMsg(func(c *engine.Config, value string) { c.Start = value }),
	"set-transport": configMsg(func(c *engine.Config, value string) { c.Transport = value }),
	"set-profile":   msgFromProfile,
	"set-version":   msgFromVersion,
	"choose-branch": numberMsg(func(n int) Msg { return ChooseBranch{engine.NodeID(n)} }),
	"undo":          fixedMsg(Undo{}),
	"redo":          fixedMsg(Redo{}),

	"program-next":  roleMsg(func(r engine.Role) Msg { return StepProgram{r} }),
	"program-line":  roleMsg(func(r engine.Role) Msg { return StepLine{r} }),
	"program-limit": roleMsg(func(r engine.Role) Msg { return FireLimit{r} }),
	"program-run":   fixedMsg(RunPrograms{}),
	"program-sheet": fixedMsg(ToggleProgramSheet{}),
	"line-break":    msgFromLine,

	"program-paste":    fixedMsg(PasteProgram{}),
	"program-edit":     roleMsg(func(r engine.Role) Msg { return OpenProgram{r} }),
	"program-typed":    func(_ *Model, _, value string) (Msg, bool) { return EditProgram{value}, true },
	"program-choose":   textMsg(func(s string) Msg { return ChooseProgram{s} }),
	"program-restore":  fixedMsg(RestoreProgram{}),
	"program-role":     roleMsg(func(r engine.Role) Msg { return SetProgramRole{r} }),
	"program-place":    textMsg(func(s string) Msg { return SetProgramPlace{s == "this"} }),
	"program-start":    fixedMsg(RunProgram{}),
	"program-here":     fixedMsg(RunProgram{Here: true}),
	"program-by-step":  fixedMsg(RunProgram{Step: true}),
	"program-wrap":     fixedMsg(WrapProgram{}),
	"program-declare":  textMsg(func(s string) Msg { return DeclareVariable{s} }),
	"go-to-program":    msgFromProgramPlace,
	"cancel-compiling": fixedMsg(CancelCompile{}),

	"pane":           textMsg(func(s string) Msg { return SetPane{Pane(s)} }),
	"present":        fixedMsg(TogglePresent{}),
	"end-opening":    fixedMsg(EndOpening{}),
	"close-sheet":    fixedMsg(CloseSheet{}),
	"highlight":      msgFromHighlight,
	"show-record":    msgFromRecord,
	"focus-field":    numberMsg(func(n int) Msg { return FocusField{n} }),
	"focus-bytes":    numberMsg(func(n int) Msg { return FocusBytes{n} }),
	"copy-step":      fixedMsg(CopyStep{}),
	"copy-error":     fixedMsg(CopyError{}),
	"copy-bytes":     fixedMsg(CopyBytes{}),
	"export-capture": fixedMsg(ExportAs{Format: "pcapng"}),
	"edit-script":    func(_ *Model, _, value string) (Msg, bool) { return EditScript{value}, true },
	"discard-edit":   fixedMsg(DiscardEdit{}),
	"rewrite-script": fixedMsg(RewriteScript{}),
	"edit-caption":   fixedMsg(StartCaption{}),
	"set-caption":    func(_ *Model, _, value string) (Msg, bool) { return SetCaption{value}, true },
	"go-to-text":     msgFromPlace,
	"compare-with":   msgFromCompareWith,
	"compare-saved":  textMsg(func(s string) Msg { return CompareSaved{s} }),
	"compare-link":   func(_ *Model, _, value string) (Msg, bool) { return CompareLink{value}, true },

	"challenge-check": fixedMsg(CheckChallenge{}),
	"challenge-hint":  fixedMsg(ShowHint{}),
	"move-line":       msgFromMove,

	"open-preset":    textMsg(func(s string) Msg { return OpenPreset{s} }),
	"open-saved":     textMsg(func(s string) Msg { return OpenSaved{s} }),
	"new-scenario":   fixedMsg(NewScenario{}),
	"unshelve":       fixedMsg(Unshelve{}),
	"make-mistake":   fixedMsg(MakeMistake{}),
	"skip":           fixedMsg(Skip{}),
	"save":           fixedMsg(Save{}),
	"rename":         textMsg(func(s string) Msg { return StartRename{s} }),
	"set-title":      func(_ *Model, arg, value string) (Msg, bool) { return Rename{arg, strings.TrimSpace(value)}, true },
	"duplicate":      textMsg(func(s string) Msg { return Duplicate{s} }),
	"delete":         textMsg(func(s string) Msg { return Delete{s} }),
	"find-saved":     func(_ *Model, _, value string) (Msg, bool) { return FindSaved{value}, true },
	"show-saved":     numberMsg(func(n int) Msg { return ShowSaved{n} }),
	"export-saved":   fixedMsg(ExportAll{}),
	"store-again":    fixedMsg(StoreAgain{}),
	"copy-damaged":   numberMsg(func(n int) Msg { return CopyDamaged{n} }),
	"delete-damaged": numberMsg(func(n int) Msg { return DeleteDamaged{n} }),

	"ask":           fixedMsg(ToggleAsk{}),
	"answer":        numberMsg(func(n int) Msg { return ChooseAnswer{n} }),
	"skip-question": fixedMsg(SkipQuestion{}),
	"continue":      fixedMsg(Continue{}),
	"practise":      fixedMsg(Practise{}),
	"reset-deck":    fixedMsg(ResetDeck{}),
	"export-deck":   fixedMsg(ExportDeck{}),

	"share":        fixedMsg(Share{}),
	"share-set":    textMsg(func(s string) Msg { return SetSharing{s} }),
	"share-copy":   textMsg(func(s string) Msg { return CopyShared{s} }),
	"share-native": fixedMsg(ShareNative{}),
	"export-copy":  fixedMsg(ExportAs{Copy: true}),
	"export-save":  fixedMsg(ExportAs{}),
	"show-qr":      fixedMsg(ExportAs{Format: FormatQR}),
	"show-dialog":  textMsg(func(s string) Msg { return ShowDialog{s} }),
	"hide-dialog":  fixedMsg(HideDialog{}),
	"dismiss":      numberMsg(func(n int) Msg { return DismissNotice{n} }),
	"press-notice": numberMsg(func(n int) Msg { return PressNotice{n} }),
	"next-theme":   fixedMsg(NextTheme{}),
	"next-motion":  fixedMsg(NextMotion{}),
	"next-future":  fixedMsg(NextFuture{}),
	"next-keys":    fixedMsg(NextKeys{}),
}

// ActionWords lists the words of all actions, in no order.
func ActionWords() []string { return slices.Collect(maps.Keys(actions)) }

// MsgFromAction gives the message for an element of the page that was pressed or
// changed. text is what the element says about itself: "seek 4", "act client
// SSL_read 100". value is the value of its field. In a menu whose text is "option", each
// value is an action. ok is false if the text is no action.
//
// Elements carry text and not functions: one listener serves the whole page, and a row
// of a long scenario costs nothing but its drawing.
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

// fixedMsg is the action that takes nothing.
func fixedMsg(msg Msg) action {
	return func(*Model, string, string) (Msg, bool) { return msg, true }
}

// textMsg is an action whose word is followed by a text.
func textMsg(msg func(string) Msg) action {
	return func(_ *Model, arg, _ string) (Msg, bool) { return msg(arg), arg != "" }
}

// numberMsg is an action whose word is followed by a number.
func numberMsg(msg func(int) Msg) action {
	return func(_ *Model, arg, _ string) (Msg, bool) {
		n, err := strconv.Atoi(arg)
		return msg(n), err == nil
	}
}

// valueMsg is an action of a field whose value is a number.
func valueMsg(msg func(int) Msg) action {
	return func(_ *Model, _, value string) (Msg, bool) {
		n, err := strconv.Atoi(value)
		return msg(n), err == nil
	}
}

// configMsg is an action of a menu that changes the configuration.
func configMsg(set func(c *engine.Config, value string)) action {
	return func(m *Model, _, value string) (Msg, bool) {
		c := m.Config
		set(&c, value)
		return SetConfig{c}, true
	}
}

// msgFromProfile chooses a release, or opens the dialog that says which to choose.
func msgFromProfile(m *Model, _, value string) (Msg, bool) {
	if value == whichRelease {
		return ShowDialog{"releases"}, true
	}
	c := m.Config
	c.Profile = value
	return SetConfig{c}, true
}

func msgFromVersion(m *Model, _, value string) (Msg, bool) {
	c := m.Config
	v, ok := engine.VersionNamed(value)
	c.Version = v
	return SetConfig{c}, ok
}

// roleMsg is an action whose word is followed by a peer.
func roleMsg(msg func(engine.Role) Msg) action {
	return func(_ *Model, arg, _ string) (Msg, bool) {
		i := slices.IndexFunc(engine.Roles[:], func(r engine.Role) bool { return r.String() == arg })
		return msg(engine.Role(max(i, 0))), i >= 0
	}
}

// msgFromLine reads "line-break client 12".
func msgFromLine(m *Model, arg, _ string) (Msg, bool) {
	who, line, _ := strings.Cut(arg, " ")
	n, err := strconv.Atoi(line)
	if err != nil {
		return nil, false
	}
	return roleMsg(func(r engine.Role) Msg { return ToggleLineBreak{r, n} })(m, who, "")
}

// msgFromMove reads "move-line 3--1": the line, and by how much it moves.
func msgFromMove(_ *Model, arg, _ string) (Msg, bool) {
	line, by, _ := strings.Cut(arg, "-")
	n, err1 := strconv.Atoi(line)
	d, err2 := strconv.Atoi(by)
	return MoveLine{n, d}, err1 == nil && err2 == nil
}

func msgFromOp(_ *Model, arg, _ string) (Msg, bool) {
	op, err := engine.ParseOp(arg)
	return Act{op}, err == nil
}

func msgFromSpeed(_ *Model, _, value string) (Msg, bool) {
	speed, err := strconv.ParseFloat(value, 64)
	return SetSpeed{speed}, err == nil
}
