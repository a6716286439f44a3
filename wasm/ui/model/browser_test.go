package model

import (
	"context"
	"errors"
	"fmt"
	"slices"
	"strings"
	"testing"
	"time"

	"closenotify/engine/compile"
	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/predict/explained"
	"closenotify/scenarios/store"
)

// browser is a page whose effects are answered when a test wants it, in any order.
type browser struct {
	m      Model
	under  []underWay // effects that have not been answered
	disk   *disk
	keeper *store.Keeper
	work   []func() // of the store, which does one thing after another

	listing, again bool // as in the page
	stored         []store.Stored
	fetching       bool
	syncs          int

	steady  bool            // nothing fails
	patient bool            // nothing is pressed before all is answered
	failed  bool            // something has, or was cancelled
	foreign map[string]bool // what another tab has changed since it was last on the stage, by its ID
	saved   []string        // the names of files
	told    []string        // notices
	log     []string
	wrong   string // the first thing that is wrong, "" for nothing
}

// underWay is an effect that is carried out. Its answer is nil if there is none.
type underWay struct {
	what   string
	answer func(fails bool) Msg
}

// disk is a Store that can be made to fail.
type disk struct {
	store.Store
	full bool
}

func (d *disk) List(ctx context.Context) (store.Listing, error) {
	if d.full {
		return store.Listing{}, store.ErrUnavailable
	}
	return d.Store.List(ctx)
}

func (d *disk) Put(ctx context.Context, s store.Saved) (store.Saved, error) {
	if d.full {
		return store.Saved{}, store.ErrFull
	}
	return d.Store.Put(ctx, s)
}

// newBrowser is a page of one scenario that has just begun.
func newBrowser() *browser {
	now := time.Date(2026, 3, 1, 12, 0, 0, 0, time.UTC)
	d := &disk{Store: store.NewMemory(func() time.Time { now = now.Add(time.Second); return now })}
	b := &browser{m: New(library.Shipped().Part(FirstPreset)), disk: d, keeper: store.NewKeeper(d), foreign: map[string]bool{}}
	for _, title := range []string{"One", "Two"} {
		d.Store.Put(context.Background(), store.Saved{Entry: store.Entry{Title: title}, Script: "# " + title + "\n\nclient SSL_write 5\nserver SSL_read 5\n"})
	}
	b.update(Visit{})
	b.carryOut(ListSaved{})
	return b
}

// update takes in a message, checks what it has done, and carries out its effects.
func (b *browser) update(msg Msg) {
	before := b.m
	next, cmds := Update(before, msg)
	b.m = next
	b.checkUpdate(&before, msg)
	for _, c := range cmds {
		b.carryOut(c)
	}
}

// later notes an effect.
func (b *browser) later(what string, answer func(fails bool) Msg) {
	b.under = append(b.under, underWay{what, answer})
}

// carryOut begins an effect.
func (b *browser) carryOut(c Cmd) {
	switch c := c.(type) {
	case Wait:
		if _, dismiss := c.Msg.(DismissNotice); !dismiss { // they stay for the test
			b.later(fmt.Sprintf("%T", c.Msg), func(bool) Msg { return c.Msg })
		}
	case Compile:
		b.later("Compile", func(fails bool) Msg { return b.compiled(c, fails) })
	case FetchLibrary:
		b.fetchLibrary()
	case FetchExplained:
		b.later("FetchExplained", func(fails bool) Msg {
			table, _ := askedTable()
			if fails {
				return Explained{Err: "it failed"}
			}
			return Explained{Table: table}
		})
	case MakeQuestions:
		b.later("MakeQuestions", func(fails bool) Msg {
			if fails {
				return QuestionsMade{ID: c.ID, Err: "it failed"}
			}
			return QuestionsMade{ID: c.ID, Table: oneQuestion}
		})
	case Export:
		b.later("Export", func(fails bool) Msg {
			if fails {
				return Exported{ID: c.ID, Err: "it failed"}
			}
			return Exported{ID: c.ID, Data: c.Format}
		})
	case Download:
		b.saved = append(b.saved, c.Name)
	case StoreDeck:
		b.update(DeckStored{c.Text})
	case SyncURL:
		b.syncURL()
	default:
		b.carryOutStore(c)
	}
}

// oneQuestion is what the lab makes.
var oneQuestion = explained.New([]explained.Question{{
	Key: "0000000000001", Step: 2, Text: "What?", Choices: []explained.Choice{{Text: "This."}, {Text: "That."}},
}})

// made are the programs that were compiled.
var made = map[script.TranslationUnit]script.Compiled{}

func (b *browser) compiled(c Compile, fails bool) Msg {
	if !b.m.Compiling.Needs(c.Units) {
		return nil
	}
	if fails {
		return CompileFailed{c.Units, "it failed"}
	}
	answer := Compiled{Units: c.Units}
	for _, u := range c.Units {
		if _, ok := made[u]; !ok {
			made[u] = compile.Unit(u)
		}
		answer.Made = append(answer.Made, made[u])
	}
	return answer
}

func (b *browser) fetchLibrary() {
	if b.fetching {
		return
	}
	b.fetching = true
	b.later("FetchLibrary", func(fails bool) Msg {
		b.fetching = false
		if fails {
			return LibraryFailed{"it failed"}
		}
		return fetched()
	})
}

// syncURL is as in the page: only the newest counts.
func (b *browser) syncURL() {
	b.syncs++
	id := b.syncs
	b.later("SyncURL", func(bool) Msg {
		if id != b.syncs {
			return nil
		}
		visit := b.m.Visited()
		if path, fragment, err := b.m.Address(); err == nil {
			visit = Visit{presetIn(path), fragment}
		}
		return AddressSynced{visit}
	})
}

// storeLater has the store do something, in turn. Its answer can come later than that of what is done
// after it.
func (b *browser) storeLater(what string, do func() Msg) {
	b.work = append(b.work, func() {
		if msg := do(); msg != nil {
			b.later(what+" is done", func(bool) Msg { return msg })
		}
	})
	b.workLater(what)
}

// workLater has the store do what is first in turn.
func (b *browser) workLater(what string) {
	b.later(what, func(fails bool) Msg {
		b.disk.full = fails
		first := b.work[0]
		b.work = b.work[1:]
		first()
		b.disk.full = false
		return nil
	})
}

func (b *browser) carryOutStore(c Cmd) {
	ctx := context.Background()
	switch c := c.(type) {
	case ListSaved:
		b.listSaved()
	case ReleaseSaved:
		b.keeper.Release()
		b.listSaved()
	case GetSaved:
		b.storeLater("Get", func() Msg {
			s, err := b.keeper.Get(ctx, c.ID)
			return SavedGot{c, s, err}
		})
	case PutSaved:
		b.storeLater("Put", func() Msg { return b.put(c) })
	case DeleteSaved:
		b.storeLater("Delete", func() Msg {
			gone, err := b.keeper.Delete(ctx, c.ID)
			return SavedDeleted{c, gone, err}
		})
	}
}

// put is as in the page.
func (b *browser) put(c PutSaved) Msg {
	was := c.Saved.Version
	before, _ := b.disk.Store.Get(context.Background(), c.Saved.ID)
	saved, err := b.keeper.Put(context.Background(), c.Saved)
	if errors.Is(err, store.ErrChanged) {
		c = c.AsNew()
		saved, err = b.keeper.Put(context.Background(), c.Saved)
	} else if c.Report == ReportSaved && before.ID != "" && err == nil {
		b.checkReplaced(before, saved)
	}
	return SavedPut{saved, was, c.Report, c.Save, err}
}

// listSaved is as in the page: once at a time, and what may be too old is not told.
func (b *browser) listSaved() {
	if b.again = b.listing; b.listing {
		return
	}
	b.listing = true
	b.work = append(b.work, func() {
		listing, err := b.keeper.List(context.Background())
		b.later("List is done", func(bool) Msg {
			again := b.again
			b.listing, b.again = false, false
			listing.Stored = append(b.stored, listing.Stored...)
			if b.stored = nil; again {
				b.stored = listing.Stored
				b.listSaved()
				return nil
			}
			return SavedListed{listing, err}
		})
	})
	b.workLater("List")
}

// deliver answers an effect that is under way, some of them twice.
func (b *browser) deliver(i int, fails, twice bool) {
	u := b.under[i]
	b.under = slices.Delete(slices.Clone(b.under), i, i+1)
	fails = fails && !b.steady
	b.failed = b.failed || fails
	b.log = append(b.log, fmt.Sprintf("  answered: %s, fails %v", u.what, fails))
	msg := u.answer(fails)
	if msg == nil {
		return
	}
	b.update(msg)
	switch msg.(type) {
	case Compiled, CompileFailed, LibraryFetched, Explained, QuestionsMade, Exported, SavedGot, AddressSynced:
		if twice {
			b.log = append(b.log, fmt.Sprintf("  and again: %T", msg))
			b.update(msg)
		}
	}
}

// settle answers everything, in an order that seed decides, without failures.
func (b *browser) settle(seed int) {
	steady := b.steady
	b.steady = true
	for n := 0; len(b.under) > 0 && b.wrong == ""; n++ {
		if n > 5000 {
			b.say("there is no end of answers: %s", b.under[0].what)
			break
		}
		b.deliver(order(seed, n)%len(b.under), false, false)
	}
	b.steady = steady
}

// order is a number from a seed, and 0 for the seed 0: the first effect is answered first.
func order(seed, n int) int {
	if seed == 0 {
		return 0
	}
	x := uint32(seed)*2654435761 + uint32(n)*40503
	x ^= x >> 13
	x *= 0x5bd1e995
	return int(x>>8) & 0xffff
}

// say notes what is wrong.
func (b *browser) say(format string, args ...any) {
	if b.wrong == "" {
		b.wrong = fmt.Sprintf(format, args...)
	}
}

// checkUpdate checks that nothing was lost in an update.
func (b *browser) checkUpdate(before *Model, msg Msg) {
	m := &b.m
	for _, n := range m.Notices {
		if n.ID > before.noticeCount {
			b.told = append(b.told, fmt.Sprintf("%s (error: %v)", n.Text, n.Error))
		}
	}
	unsaved := before.Dirty || !before.Editor.isPlayable()
	kept := slices.ContainsFunc(m.Shelved, func(d Draft) bool {
		return isSamePath(d.Path, before.Path) && d.Editor.Typed == before.Editor.Typed
	})
	switch {
	case m.opened != before.opened && unsaved && !kept:
		b.say("%T has lost %q", msg, before.Title())
	case m.opened == before.opened && before.Dirty && !m.Dirty:
		if _, ok := msg.(SavedPut); !ok {
			b.say("%T makes %q saved", msg, m.Title())
		}
	}
	if s, err := b.disk.Store.Get(context.Background(), m.SavedID); err == nil && s.Version == m.SavedAt && m.opened != before.opened {
		delete(b.foreign, m.SavedID)
	}
}

// checkReplaced checks what Save has replaced.
func (b *browser) checkReplaced(before, after store.Saved) {
	if was, is := rootTitle(before.Script), rootTitle(after.Script); was != is {
		b.say("Save has replaced %q with %q", was, is)
	}
	if b.foreign[before.ID] && before.Script != after.Script {
		b.say("Save has replaced what another tab has stored of %q", after.Title)
	}
}

// rootTitle is the title in a script, without what Duplicate and Rename have added.
func rootTitle(text string) string {
	title, _, _ := strings.Cut(text, "\n")
	title, _, _ = strings.Cut(strings.TrimPrefix(title, "# "), " (")
	return title
}

// checkCalm checks a page for which nothing is under way.
func (b *browser) checkCalm(t *testing.T) {
	t.Helper()
	m := &b.m
	s := SceneOf(*m)
	switch {
	case s.Loading.On || m.exporting.on:
		b.say("the page still says %q", s.Loading.Text)
	case m.saving.id > 0:
		b.say("the page still saves")
	case m.Ask.fetching || m.Ask.held || m.Ask.wanted:
		b.say("the page still waits for questions: %v, %v, %v", m.Ask.fetching, m.Ask.held, m.Ask.wanted)
	case m.Editor.unplayed != nil || m.running.on || m.Playing:
		b.say("the page still plays")
	case m.Editor.Compiling && !b.failed:
		b.say("the editor still compiles")
	case m.Awaiting() && !b.failed:
		b.say("the address still waits")
	case len(b.keeper.Waiting()) > 0 || m.Saved.retrying:
		b.say("the store still waits")
	}
	if m.SavedID == "" || m.Dirty || m.hasBranches() { // a change to another branch needs no Save
		return
	}
	stored, err := b.disk.Store.Get(context.Background(), m.SavedID)
	if err != nil {
		b.say("%q is said to be saved, and is not: %v", m.Title(), err)
	} else if d, err := draftFromText(stored.Script, m.codes); err == nil && stored.Version == m.SavedAt && opsText(&d) != opsText(&m.Draft) && m.Editor.isPlayable() {
		b.say("saved is %q, and on the stage %q", opsText(&d), opsText(&m.Draft))
	}
}

// opsText is what a branch does, and under which configuration.
func opsText(d *Draft) string {
	text := d.Config.Profile + " " + d.Config.Version.String()
	for i := 1; i <= d.Len(); i++ {
		text += "; " + d.Step(i).Op.String()
	}
	return text
}
