package model

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"closenotify/engine"
	"closenotify/engine/script"
)

// presses are what a person can do, by what it is called. Each makes a message, or nil where that makes
// no sense, from a number that chooses.
var presses = []struct {
	name string
	msg  func(b *browser, n int) Msg
}{
	{"move", func(b *browser, n int) Msg {
		return []Msg{Next{}, Back{}, First{}, Last{}, Seek{n % (b.m.Len() + 1)}, Next{Wire: true}, Play{}}[n%7]
	}},
	{"call", func(b *browser, n int) Msg { return b.act(n) }},
	{"call", func(b *browser, n int) Msg { return b.act(n) }},
	{"undo", func(_ *browser, n int) Msg { return []Msg{Undo{}, Redo{}}[n%2] }},
	{"open", func(_ *browser, n int) Msg { return OpenPreset{openable[n%len(openable)]} }},
	{"open another", func(b *browser, n int) Msg { return []Msg{NewScenario{}, Unshelve{}, MakeMistake{}}[n%3] }},
	{"choose", func(b *browser, n int) Msg { return b.otherConfig(n) }},
	{"type", func(b *browser, n int) Msg { return b.typed(n) }},
	{"type", func(b *browser, n int) Msg { return b.typed(n) }},
	{"save", func(_ *browser, n int) Msg { return Save{} }},
	{"save", func(_ *browser, n int) Msg { return Save{} }},
	{"open saved", func(b *browser, n int) Msg { return b.ofItem(n, func(id string) Msg { return OpenSaved{id} }) }},
	{"open saved", func(b *browser, n int) Msg { return b.ofItem(n, func(id string) Msg { return OpenSaved{id} }) }},
	{"rename", func(b *browser, n int) Msg {
		return b.ofItem(n, func(id string) Msg {
			b.update(StartRename{id})
			e, _ := b.m.Saved.byID(id)
			return Rename{id, fmt.Sprintf("%s (new %d)", rootTitle(e.Title), n%100)}
		})
	}},
	{"change saved", func(b *browser, n int) Msg {
		return b.ofItem(n, func(id string) Msg { return []Msg{Duplicate{id}, Delete{id}, CompareSaved{id}}[n/7%3] })
	}},
	{"notice", func(b *browser, n int) Msg { return b.pressNotice(n) }},
	{"notice", func(b *browser, n int) Msg { return b.pressNotice(n) }},
	{"program", func(b *browser, n int) Msg { return b.program(n) }},
	{"program", func(b *browser, n int) Msg { return b.program(n) }},
	{"program", func(b *browser, n int) Msg { return b.program(n) }},
	{"run", func(_ *browser, n int) Msg {
		return []Msg{RunPrograms{}, StepProgram{}, StepLine{}, HideDialog{}, ShowDialog{"saved"}}[n%5]
	}},
	{"share", func(_ *browser, n int) Msg {
		return []Msg{Share{}, SetSharing{"bare"}, SetSharing{"readable"}, ExportAs{Format: FormatQR}, ExportAs{Format: "svg"}, ExportAs{Copy: true}}[n%6]
	}},
	{"compare", func(b *browser, n int) Msg {
		return []Msg{CompareLink{linkAddresses()[n/5%len(linkAddresses())]}, CompareWith{"openssl-1.1.1", engine.TLS12}, SetPane{PaneCompare}, SetPane{PaneScript}, SetPane{PaneWhy}}[n%5]
	}},
	{"ask", func(_ *browser, n int) Msg {
		return []Msg{ToggleAsk{}, Next{}, ChooseAnswer{n / 6 % 2}, SkipQuestion{}, Continue{}, Practise{}}[n%6]
	}},
	{"address", func(_ *browser, n int) Msg {
		if n%2 == 0 {
			return Visit{openable[n/2%len(openable)], ""}
		}
		return Visit{"", linkAddresses()[n/2%len(linkAddresses())]}
	}},
	{"import", func(_ *browser, n int) Msg { return Import{Text: importable[n%len(importable)]} }},
	{"caption", func(b *browser, n int) Msg {
		b.update(StartCaption{})
		return SetCaption{fmt.Sprint("A caption ", n%10)}
	}},
	{"other tab", func(b *browser, n int) Msg { return b.otherTab(n) }},
	{"cancel", func(b *browser, n int) Msg {
		if !SceneOf(b.m).Loading.On {
			return nil
		}
		b.failed = true
		return CancelCompile{}
	}},
}

// openable are lessons, one with programs.
var openable = []string{"half-close", "client-closes-first", "peer-closes", "a-peek-that-waits", "client-closes-first.code", "truncation"}

// linkAddresses are links to scenarios that are not shipped: one without and one with a program.
func linkAddresses() []string {
	return []string{"t.c-SSL_write-7.c-SSL_shutdown", programLink}
}

// programLink is a link to withProgram.
var programLink = func() string {
	m, cmds := Update(newModel(), EditScript{withProgram})
	m, _ = Update(m, answers(cmds)[0])
	_, fragment, err := m.Address()
	if err != nil {
		panic(err)
	}
	return fragment
}()

// importable are texts to drop on the page: two scripts, one that cannot be played, and a link.
var importable = []string{
	"# Dropped\n\nclient SSL_write 9\n", strings.Replace(withProgram, "# A program", "# Dropped with a program", 1), "# Wrong\n\nclient SSL_raed\n", "https://host.example/s/peer-closes",
}

func (b *browser) act(n int) Msg {
	list := []string{"client SSL_write 5", "server SSL_read 5", "client SSL_shutdown", "server SSL_shutdown", "server SSL_free", "client SSL_read 10"}
	op, err := engine.ParseOp(list[n%len(list)])
	if err != nil {
		panic(err)
	}
	return Act{op}
}

func (b *browser) otherConfig(n int) Msg {
	c := b.m.Config
	if n%3 == 0 {
		c.Version = engine.Versions[n/3%len(engine.Versions)]
	} else {
		c.Profile = []string{"openssl-1.1.1", "openssl-3.0", "openssl-3.5"}[n/3%3]
	}
	return SetConfig{c}
}

// typed is the text of the stage, with something added. It keeps its title.
func (b *browser) typed(n int) Msg {
	s := b.m.Script()
	s.Steps = slices.Clip(s.Steps)
	text := s.String()
	switch n % 5 {
	case 0:
		s.Programs[engine.Client] = script.Program{Text: fmt.Sprintf("int main(SSL *ssl)\n{\n    SSL_shutdown(ssl);\n    return %d;\n}\n", n/5%3)}
		s.Steps = nil
		return EditScript{s.String() + "client next\n"}
	case 1:
		return EditScript{text + "client SSL_raed\n"}
	case 2:
		return EditScript{text + strings.Repeat("client SSL_write 1\n", stepsAtOnce+10)}
	}
	return EditScript{text + fmt.Sprintf("client SSL_write %d\n", 1+n%9)}
}

// ofItem is a press on an entry of the list.
func (b *browser) ofItem(n int, msg func(id string) Msg) Msg {
	if len(b.m.Saved.Items) == 0 {
		return nil
	}
	return msg(b.m.Saved.Items[n%len(b.m.Saved.Items)].ID)
}

func (b *browser) pressNotice(n int) Msg {
	if len(b.m.Notices) == 0 || b.patient {
		return nil
	}
	return PressNotice{b.m.Notices[n%len(b.m.Notices)].ID}
}

// program is something in the dialog of programs.
func (b *browser) program(n int) Msg {
	if b.m.Dialog != "program" {
		return []Msg{PasteProgram{}, OpenProgram{engine.Client}, OpenProgram{engine.Server}}[n%3]
	}
	texts := []string{spinning, withProgram[strings.Index(withProgram, "int main"):strings.Index(withProgram, "end program")], "int main("}
	return []Msg{
		EditProgram{texts[n/7%3]}, EditProgram{texts[n/7%3]}, RunProgram{}, RunProgram{}, RunProgram{Step: true}, SetProgramPlace{n/7%2 == 0}, ChooseProgram{"one-call"},
	}[n%7]
}

// otherTab changes or deletes what is stored, of which the page hears.
func (b *browser) otherTab(n int) Msg {
	l, _ := b.disk.Store.List(context.Background())
	if len(l.Entries) == 0 {
		return nil
	}
	id := l.Entries[n/3%len(l.Entries)].ID
	s, _ := b.disk.Store.Get(context.Background(), id)
	if n%3 == 0 {
		b.disk.Store.Delete(context.Background(), id)
	} else {
		s.Script += fmt.Sprintf("server SSL_write %d\n", 1+n%50)
		if _, err := b.disk.Store.Put(context.Background(), s); err == nil {
			b.foreign[id] = true
		}
	}
	b.carryOut(ListSaved{})
	return nil
}
