// Package answer writes what somebody can paste into an issue thread: the script, what each
// release of OpenSSL does with it, the rule with its source, what to do, and a link. It is
// Markdown as GitHub has it. The texts of the script, and what its programs print, are shown as
// they are and cannot become markup.
package answer

import (
	"errors"
	"slices"
	"strconv"
	"strings"

	"closenotify/engine"
	"closenotify/engine/explain"
	"closenotify/engine/export"
	"closenotify/engine/markdown"
	"closenotify/engine/script"
)

// maxBlock is how many bytes of a script or a trace are shown. A comment on GitHub has at most
// 65,536 characters.
const maxBlock = 6000

// Markdown writes the answer for a script, whose programs start compiles. The answer is about the
// first fatal error; without one, about the last other error, a call that blocks for ever, or the
// last step. link leads to the scenario; without it, the answer has none. The error says why the
// script cannot be played, or what is wrong with the link.
func Markdown(s script.Script, link string, start func(script.Script) (engine.World, error)) (string, error) {
	if strings.ContainsFunc(link, isNotInLinks) {
		return "", errors.New("the link has characters that a link cannot have")
	}
	own, err := play(s, s.Config, start)
	if err != nil {
		return "", err
	}
	var b strings.Builder
	own.writeSummary(&b)
	b.WriteString("\n**The script**\n\n" + markdown.Fenced("text", cut(s.String())))
	writeGroups(&b, s, own, start)
	own.writeReason(&b)
	if link != "" {
		b.WriteString("\n[Step through it](<" + link + ">)\n")
	}
	return b.String(), nil
}

// isNotInLinks reports characters that would end a link in Markdown or stand in no address.
func isNotInLinks(c rune) bool {
	return c <= ' ' || c > '~' || strings.ContainsRune("<>\\", c)
}

// played is the script under one configuration.
type played struct {
	config  engine.Config
	profile engine.Profile
	history engine.History
	path    []engine.NodeID
	trace   []string // what the steps did, see script.AppendText
	outcome []string // trace without what is not compared, see comparable
	at      int      // the step that the answer is about, 0 if there is none
}

// play plays a script under a configuration.
func play(s script.Script, c engine.Config, start func(script.Script) (engine.World, error)) (played, error) {
	s.Config = c
	w, err := start(s)
	if err != nil {
		return played{}, err
	}
	all, err := export.Play(s, w)
	if err != nil {
		return played{}, err
	}
	h := all.History
	p := played{config: w.Config(), history: h, path: all.Path}
	p.profile, _ = engine.ProfileNamed(p.config.Profile)
	for _, id := range p.path[1:] {
		text := string(script.AppendText(nil, h.Step(id), h.World(id)))
		p.trace, p.outcome = append(p.trace, text), append(p.outcome, comparable(text))
	}
	p.at = p.decisive()
	return p, nil
}

// comparable is the trace of a step without SSL_has_pending: in newer releases it holds after each
// close_notify of TLS 1.3, which would hide that they do the same in everything else.
func comparable(text string) string {
	return strings.Join(strings.Fields(strings.ReplaceAll(text, ", has pending", "")), "")
}

// decisive is the step that the answer is about: the first fatal error, or else the last deadlock,
// the last other error, or the last step.
func (p *played) decisive() int {
	at, best := len(p.path)-1, 0
	for i := len(p.path) - 1; i > 0; i-- {
		if w := p.weight(i); w > best || w == fatal {
			at, best = i, w
		}
	}
	return at
}

// What can be the subject of an answer, the most important last.
const (
	someError = iota + 1
	deadlock
	fatal
)

// weight says how much step i matters, 0 for not at all.
func (p *played) weight(i int) int {
	step := p.history.Step(p.path[i])
	_, failed := explain.ErrorOf(p.history, p.path[i])
	switch {
	case explain.ToneOf(step) == explain.ToneFatal, slices.ContainsFunc(step.LateReturns(), isFatal):
		return fatal
	case step.Deadlock:
		return deadlock
	case failed && !explain.Misleading(step):
		return someError
	}
	return 0
}

// isFatal reports whether a call that was blocked has failed. An SSL_shutdown that is half done
// returns 0 and no error, whatever SSL_get_error says.
func isFatal(l engine.LateReturn) bool {
	return l.Error == engine.ErrorSSL || l.Error == engine.ErrorSyscall && (l.Ret < 0 || l.Verb != engine.VerbShutdown)
}

// writeSummary says in a sentence what happens.
func (p *played) writeSummary(b *strings.Builder) {
	where := "With " + version(p.profile) + " and " + p.config.Version.Label()
	if p.at == 0 {
		b.WriteString(where + ", the connection begins like this, and no step has been taken.\n")
		return
	}
	step := p.history.Step(p.path[p.at])
	b.WriteString(where + ", step " + strconv.Itoa(step.N) + ": " + markdown.Code(script.StepText(step)) + "\n")
}

// writeReason has the rule, its sources and what to do.
func (p *played) writeReason(b *strings.Builder) {
	if p.at == 0 {
		return
	}
	id := p.path[p.at]
	step := p.history.Step(id)
	if rule, ok := ruleOf(step); ok {
		b.WriteString("\n**The rule**\n\n" + markdown.Text(rule.Sentence) + "\n")
		line := strings.TrimPrefix(p.profile.Series(), engine.ProfilePrefix)
		for _, c := range append(explain.CitationsOf(rule.Man, line), explain.CitationsOf(rule.RFC, "")...) {
			b.WriteString("\n* " + citation(c))
		}
		b.WriteString("\n")
	}
	if e, failed := explain.ErrorOf(p.history, id); failed {
		b.WriteString("\n**What to do**\n\n" + markdown.Text(e.Advice.Text) + "\n\n" + markdown.Fenced("c", e.Advice.Code))
		return
	}
	if next := explain.Next(p.history, id); next != "" {
		b.WriteString("\n**What to do**\n\n" + markdown.Text(next) + "\n")
	}
}

// ruleOf is the rule that matters most in a step: a deadlock, or else the first one that decided
// something. ok is false if there is none.
func ruleOf(step engine.Step) (best engine.Rule, ok bool) {
	for _, rule := range step.Rules() {
		switch {
		case rule.Name == engine.RuleDeadlock.Name:
			return rule, true
		case !ok || best.Name == engine.RuleProgramRuns.Name:
			best, ok = rule, true
		}
	}
	return best, ok
}

// citation is a source, with a link to it if it can be read on the web.
func citation(c explain.Citation) string {
	if c.URL == "" || strings.ContainsFunc(c.URL, isNotInLinks) {
		return markdown.Text(c.Text)
	}
	return "[" + markdown.Text(c.Text) + "](<" + c.URL + ">)"
}

// version names the exact release that was recorded, "OpenSSL 3.5.9".
func version(p engine.Profile) string { return "OpenSSL " + p.Patch }

// refused is a release with which the script cannot be played.
type refused struct {
	profile engine.Profile
	why     error
}

// playAll plays the script with every release. Those that do the same are in one group; that of
// own is the first.
func playAll(s script.Script, own played, start func(script.Script) (engine.World, error)) (groups [][]played, not []refused) {
	groups = [][]played{{}}
	for _, profile := range engine.Profiles() {
		c := own.config
		c.Profile = profile.Name
		p, err := play(s, c, start)
		if err != nil {
			not = append(not, refused{profile, err})
			continue
		}
		k := slices.IndexFunc(groups[1:], func(g []played) bool { return slices.Equal(g[0].outcome, p.outcome) })
		switch {
		case slices.Equal(p.outcome, own.outcome):
			groups[0] = append(groups[0], p)
		case k >= 0:
			groups[k+1] = append(groups[k+1], p)
		default:
			groups = append(groups, []played{p})
		}
	}
	return groups, not
}

// writeGroups writes the trace of the script, and how it is different with other releases.
func writeGroups(b *strings.Builder, s script.Script, own played, start func(script.Script) (engine.World, error)) {
	groups, not := playAll(s, own, start)
	for i, g := range groups {
		first := g[0]
		same := 0
		for same < min(len(first.outcome), len(own.outcome)) && first.outcome[same] == own.outcome[same] {
			same++
		}
		b.WriteString("\n**" + versions(g) + "**, " + own.config.Version.Label())
		switch {
		case i == 0 && len(groups) == 1 && len(not) == 0:
			b.WriteString(" (all releases do the same)")
			same = 0
		case i == 0:
			same = 0
		case same > 0:
			b.WriteString(", the same up to step " + strconv.Itoa(same) + ", then")
		}
		b.WriteString(":\n\n" + markdown.Fenced("text", cut(strings.Join(first.trace[same:], ""))))
	}
	for _, r := range not {
		b.WriteString("\n" + version(r.profile) + " cannot play it: " + markdown.Code(r.why.Error()) + "\n")
	}
	b.WriteString("\nThe traces are those of a model of OpenSSL, compared with recordings of exactly these versions.")
	if strings.Contains(b.String(), ", has pending") {
		b.WriteString(" What SSL\\_has\\_pending returns does not count as a difference.")
	}
	b.WriteString("\n")
}

// versions names the releases of a group: "OpenSSL 3.5.9, 3.6.1".
func versions(group []played) string {
	var list []string
	for _, p := range group {
		list = append(list, p.profile.Patch)
	}
	return "OpenSSL " + strings.Join(list, ", ")
}
