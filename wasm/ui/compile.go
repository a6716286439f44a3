package ui

import (
	"slices"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine/script"
	"closenotify/wasm/ui/model"
)

// A lab has compiled the shipped programs, and compiles others. It can take long.
type lab interface {
	// shipped returns the shipped programs as script.Codes, encoded.
	shipped() ([]byte, error)
	// compile compiles a program and returns the script.Compiled, encoded. It calls advance with
	// the bytes of the compiler that have arrived, and with all of them.
	compile(u script.TranslationUnit, advance func(loaded, total int)) ([]byte, error)
}

// compiling is the compilation of programs, one Compile after another.
type compiling struct {
	queue   []model.Compile // wait
	busy    bool            // one is carried out
	shipped *script.Codes   // nil until they have been fetched
}

// compile carries out a Compile when its turn comes.
func (p *Page) compile(c model.Compile) {
	overtaken := p.compiling.add(c)
	for _, o := range overtaken {
		p.ctx.Dispatch(func(app.Context) {
			p.update(model.CompileFailed{Units: o.Units, Why: "another text has come after it"})
		})
	}
	if p.compiling.busy {
		browserLab{}.hurry()
	} else {
		p.compileNext()
	}
}

// compileNext carries out the first Compile that waits.
func (p *Page) compileNext() {
	next, ok := p.compiling.next()
	if !ok {
		return
	}
	p.ctx.Async(func() {
		msg := p.compiling.run(browserLab{}, next, func(progress model.CompileProgress) {
			p.ctx.Dispatch(func(app.Context) { p.update(progress) })
		})
		p.ctx.Dispatch(func(app.Context) {
			p.update(msg)
			p.compileNext()
		})
	})
}

// add puts c behind the others. It returns those whose texts are of no use any more, because
// somebody who types has typed on: they are not carried out.
func (c *compiling) add(one model.Compile) (overtaken []model.Compile) {
	wanted := func(u script.TranslationUnit) bool {
		return slices.ContainsFunc(one.Units, func(v script.TranslationUnit) bool { return u.Text == v.Text })
	}
	var queue []model.Compile
	for _, old := range c.queue {
		if slices.ContainsFunc(old.Units, func(u script.TranslationUnit) bool { return !wanted(u) }) {
			overtaken = append(overtaken, old)
		} else {
			queue = append(queue, old)
		}
	}
	c.queue = append(queue, one)
	return overtaken
}

// next takes the first one out of the queue.
func (c *compiling) next() (first model.Compile, ok bool) {
	c.busy = len(c.queue) > 0
	if c.busy {
		first, c.queue = c.queue[0], c.queue[1:]
	}
	return first, c.busy
}

// run compiles programs, and returns the message with the answer. Those that are shipped have
// been compiled when the site was made.
func (c *compiling) run(l lab, one model.Compile, report func(model.CompileProgress)) model.Msg {
	made := make([]script.Compiled, len(one.Units))
	for i, u := range one.Units {
		var ok bool
		if made[i], ok = c.findShipped(l, u); ok {
			continue
		}
		encoded, err := l.compile(u, func(loaded, total int) { report(model.CompileProgress{Loaded: loaded, Total: total}) })
		if err == nil {
			made[i], err = script.DecodeCompiled(encoded)
		}
		if err != nil {
			return model.CompileFailed{Units: one.Units, Why: err.Error()}
		}
	}
	return model.Compiled{Units: one.Units, Made: made}
}

// findShipped looks for a program among the shipped ones. If they do not arrive, there are none
// this time.
func (c *compiling) findShipped(l lab, u script.TranslationUnit) (script.Compiled, bool) {
	if c.shipped == nil {
		encoded, err := l.shipped()
		if err != nil {
			return script.Compiled{}, false
		}
		codes, err := script.DecodeCodes(encoded)
		if err != nil {
			return script.Compiled{}, false
		}
		c.shipped = &codes
	}
	return c.shipped.Find(u)
}
