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
	now     model.Compile   // is carried out
	busy    bool            // one is carried out
	shipped *script.Codes   // nil until they have been fetched
}

// compile carries out a Compile when its turn comes.
func (p *Page) compile(c model.Compile) {
	p.compiling.queue = append(p.compiling.queue, c)
	if !p.compiling.busy {
		p.compileNext()
	} else if !p.needs(p.compiling.now) {
		browserLab{}.hurry()
	}
}

// needs reports whether anything on the page waits for programs. It does not when somebody has
// typed on.
func (p *Page) needs(c model.Compile) bool { return p.model.Compiling.Needs(c.Units) }

// compileNext carries out the first Compile that waits.
func (p *Page) compileNext() {
	c := &p.compiling
	if !c.next(p.needs) {
		return
	}
	p.ctx.Async(func() {
		msg := c.run(browserLab{}, c.now, func(progress model.CompileProgress) {
			p.ctx.Dispatch(func(app.Context) { p.update(progress) })
		})
		p.ctx.Dispatch(func(app.Context) {
			p.update(msg)
			p.compileNext()
		})
	})
}

// next takes the next one out of the queue, if there is one, and forgets what is not needed any
// more.
func (c *compiling) next(needed func(model.Compile) bool) bool {
	c.queue = slices.DeleteFunc(c.queue, func(one model.Compile) bool { return !needed(one) })
	c.busy = len(c.queue) > 0
	if c.busy {
		c.now, c.queue = c.queue[0], c.queue[1:]
	}
	return c.busy
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
