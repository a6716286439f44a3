package ui

import (
	"strconv"

	"github.com/maxence-charriere/go-app/v9/pkg/app"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/wasm/ui/model"
)

// whyPane says why the step under the cursor did what it did.
func whyPane(w model.WhyScene) app.UI {
	intro := elem("div.why-intro", elem("p.why-step", elem("code", w.Step), " ", button(".linklike", "copy-step", "Copy step")), elem("p", w.Sentence))
	if w.Step == "" {
		intro = elem("div.why-intro",
			elem("p", "A client and a server close a TLS connection. Step through their OpenSSL calls: each returns what real OpenSSL returns. Time runs down, and the records on the wire are drawn between the two."),
			elem("p.quiet", "For each step, this panel shows the OpenSSL rule behind it, where it is documented, and what to do next."))
	}
	flags := each(w.Flags, flagCause)
	if len(flags) == 0 {
		flags = []app.UI{elem("p.quiet", "None is set.")}
	}
	return elem("div.why", intro, elsewhere(w.Elsewhere), errorBox(w), nextAdvice(w.Next), ruleList(w.Rules), releaseDifferences(w.Differences), causeList(w.Causes),
		elem("div.flag-causes", elem("h2", "Flags"), flags))
}

// errorBox explains the error of the step: its text, its meaning, and the right code.
func errorBox(w model.WhyScene) app.UI {
	if !w.HasError {
		return elem("div.error-box.none")
	}
	e := w.Error
	constant, errno := elem("span.none"), elem("span.none")
	if e.Constant != "" {
		constant = elem("code.reason-name", withBreaks(e.Constant))
	}
	if e.Errno != "" {
		errno = elem("code.reason-name", "errno "+e.Errno)
	}
	return elem("div.error-box.box-"+string(e.Tone),
		elem("p.error-title", elem("span.error.tone-"+string(e.Tone), e.Name), errno, constant),
		errorQueue(e), elem("p", e.Advice.Text),
		elem("h2", "In C"), elem("pre.c-right", attr("tabindex", "0"), attr("role", "region"), attr("aria-label", "The right code in C"), elem("code", e.Advice.Code)),
		button(".linklike", "copy-error", "Copy error"))
}

// errorQueue has the entries of the error queue. That it is empty is only said of a fatal
// error.
func errorQueue(e explain.Error) app.UI {
	switch {
	case len(e.Queue) > 1:
		return elem("div.error-queue", elem("p.quiet", "The error queue, oldest entry first:"), each(e.Queue, queuedError))
	case len(e.Queue) == 1:
		return elem("div.error-queue", queuedError(e.Queue[0]))
	case e.Tone == explain.ToneFatal:
		return elem("div.error-queue", elem("p.quiet", "The error queue is empty."))
	}
	return elem("div.error-queue.none")
}

// queuedError is an entry of the error queue, to be copied whole.
func queuedError(text string) app.UI { return elem("p.exact", elem("code", text)) }

// elsewhere leads to what other programs and languages say where OpenSSL has this outcome.
func elsewhere(place string) app.UI {
	if place == "" {
		return elem("p.none")
	}
	return elem("p.elsewhere", elem("a", attr("href", inSite(place)), attr("target", "_blank"), attr("rel", "noopener"), "What other programs and languages say"))
}

// causeList has the earlier steps that caused the outcome of this one.
func causeList(list []explain.CausingStep) app.UI {
	if len(list) == 0 {
		return elem("div.causes.none")
	}
	return elem("div.causes", elem("h2", "Caused by"), each(list, func(c explain.CausingStep) app.UI {
		return elem("p.cause", button(".linklike", "seek "+strconv.Itoa(c.N), "step "+strconv.Itoa(c.N)), " "+c.Text+". ",
			elem("span.quiet", withoutCause(c)))
	}))
}

// withoutCause says how the step would have ended without a cause.
func withoutCause(c explain.CausingStep) string {
	what, result := "Without it: ", c.Without
	if c.Paired {
		what = "Without both: "
	}
	if result == "" {
		result = "nothing is returned"
	}
	return what + result + "."
}

// nextAdvice says what the application should do next.
func nextAdvice(advice string) app.UI {
	if advice == "" {
		return elem("p.none")
	}
	return elem("p.advice", elem("strong", "Next: "), advice)
}

// ruleList has the rules that decided the step, folded.
func ruleList(rules []model.RuleScene) app.UI {
	title := strconv.Itoa(len(rules)) + " rules, with their sources"
	if len(rules) == 1 {
		title = "The rule, with its sources"
	}
	return elem("details.rules"+classIf(len(rules) == 0, "none"), elem("summary", title), each(rules, ruleBox))
}

// ruleBox is a rule with its releases and its sources.
func ruleBox(r model.RuleScene) app.UI {
	cites := each(r.Sources, citation)
	if r.Releases != "" {
		cites = append([]app.UI{elem("span.cite", r.Releases)}, cites...)
	}
	return elem("div.rule", elem("p", r.Sentence), elem("p.cites", cites))
}

// citation is a source, a link if it can be read on the web. It opens a tab of its own, so
// that the stage stays as it is.
func citation(c explain.Citation) app.UI {
	if c.URL == "" {
		return elem("span.cite", c.Text)
	}
	return elem("a.cite", attr("href", c.URL), attr("target", "_blank"), attr("rel", "noopener"), c.Text)
}

// releaseDifferences says what releases do differently in the step.
func releaseDifferences(list []engine.Difference) app.UI {
	if len(list) == 0 {
		return elem("div.release-differences.none")
	}
	return elem("div.release-differences", elem("h2", "Differences between releases"), each(list, releaseDifference))
}

// releaseDifference is a difference between releases, with the range of those that have it.
func releaseDifference(d engine.Difference) app.UI {
	return elem("p.release-difference", elem("strong", d.Releases()+": "), d.Sentence+" ",
		elem("span.cites", each(explain.CitationsOf(d.Source, ""), citation)))
}

// flagCause is a flag and what set it.
func flagCause(f model.FlagCause) app.UI {
	name := f.Role.String()
	body := []app.UI{button(".flag-button."+name+classIf(f.Highlighted, "highlighted"), f.Action, attr("aria-pressed", ariaBool(f.Highlighted)), name+" "+f.Name), app.Text(" " + f.Text + ". ")}
	if f.Step > 0 {
		body = append(body, button(".linklike", "seek "+strconv.Itoa(f.Step), "Go to step "+strconv.Itoa(f.Step)))
	}
	return elem("p.flag-cause"+classIf(f.Highlighted, "highlighted"), body)
}
