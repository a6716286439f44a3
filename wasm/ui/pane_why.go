package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/wasm/ui/model"
)

// whyPane says why the step under the cursor did what it did.
func whyPane(w model.WhyScene) app.UI {
	intro := el("p.why-step", el("code", w.Step))
	if w.Step == "" {
		intro = el("div.why-intro",
			el("p", "Two peers end a TLS connection, one call at a time, and the calls do here what they do in OpenSSL. Time runs down; between the peers are the records on the wire."),
			el("p.quiet", "With each step, here stands the rule of the library that decided it, where that is written down, and what an application should do next."))
	}
	flags := each(w.Flags, flagCause)
	if len(flags) == 0 {
		flags = []app.UI{el("p.quiet", "None is set.")}
	}
	return el("div.why", intro, trouble(w), each(w.Rules, because), origins(w.Causes),
		el("div.flag-causes", el("h2", "Flags"), flags))
}

// trouble is the error of the step: what it says, how to take it, what to program.
func trouble(w model.WhyScene) app.UI {
	if !w.HasError {
		return el("div.trouble-box.none")
	}
	t := w.Error
	exact := el("p.exact.none")
	if t.QueueText != "" {
		exact = el("p.exact", el("code", t.QueueText))
	}
	name := el("span.none")
	if t.Constant != "" {
		name = el("code.reason-name", t.Constant)
	}
	return el("div.trouble-box.box-"+string(t.Tone),
		el("p.trouble-title", el("span.error.tone-"+string(t.Tone), t.Title), name),
		exact, el("p", t.Advice),
		el("h2", "In C"), el("pre.c-right", at("tabindex", "0"), at("role", "region"), at("aria-label", "The right code in C"), el("code", t.Code)))
}

// origins are the earlier steps that this one comes of.
func origins(list []model.Cause) app.UI {
	if len(list) == 0 {
		return el("div.origins.none")
	}
	return el("div.origins", el("h2", "Comes of"), each(list, func(o model.Cause) app.UI {
		return el("p.origin", press(".linklike", "seek "+strconv.Itoa(o.Step), "step "+strconv.Itoa(o.Step)), " "+o.Text)
	}))
}

// because is a rule with its sources.
func because(b model.RuleScene) app.UI {
	body := []app.UI{el("p", b.Sentence)}
	if b.Advice != "" {
		body = append(body, el("p.advice", el("strong", "Next: "), b.Advice))
	}
	var cites []app.UI
	for _, c := range []string{b.Man, b.RFC} {
		if c != "" {
			cites = append(cites, el("span.cite", c))
		}
	}
	return el("div.rule", body, el("p.cites", cites))
}

// flagCause is a flag and what set it.
func flagCause(f model.FlagCause) app.UI {
	name := f.Role.String()
	body := []app.UI{press(".flag-light."+name+when(f.Highlighted, "lit"), f.Action, at("aria-pressed", truth(f.Highlighted)), name+" "+f.Name), app.Text(" " + f.Text + ". ")}
	if f.Step > 0 {
		body = append(body, press(".linklike", "seek "+strconv.Itoa(f.Step), "Go to step "+strconv.Itoa(f.Step)))
	}
	return el("p.flag-cause"+when(f.Highlighted, "lit"), body)
}
