package link

import (
	"errors"
	"strconv"
	"strings"

	"closenotify/engine/script"
)

// readablePrefix begins the form of a link that people write by hand:
//
//	t.tls12.c-SSL_shutdown.s-SSL_read-100.c2s-deliver-all.3
//
// Parts are separated by dots: what differs from the defaults, the steps with -
// for blanks and for |, and last the step to open, if any.
const readablePrefix = "t."

// readableWords are the first words of a step, as the link and as the script
// spell them.
var readableWords = map[string]string{"c": "client", "s": "server", "c2s": "c2s", "s2c": "s2c"}

// EncodeReadable writes the readable form. Narration has no place in it.
func EncodeReadable(s script.Script, step int) string {
	c := s.Config.Sparse()
	var parts []string
	if c.Version != 0 {
		parts = append(parts, strings.ReplaceAll(c.Version.String(), ".", ""))
	}
	if c.Profile != "" {
		parts = append(parts, strings.ReplaceAll(c.Profile, ".", "_"))
	}
	if c.Start != "" {
		parts = append(parts, "start-"+c.Start)
	}
	if c.Transport != "" {
		parts = append(parts, "transport-"+strings.ReplaceAll(c.Transport, " ", "-"))
	}
	for _, st := range s.Steps {
		line := st.Op.String()
		line = strings.NewReplacer("client ", "c ", "server ", "s ").Replace(line)
		parts = append(parts, strings.NewReplacer(" ", "-", "|", "-").Replace(line))
	}
	if step > 0 {
		parts = append(parts, strconv.Itoa(min(step, len(s.Steps))))
	}
	return readablePrefix + strings.Join(parts, ".")
}

// decodeReadable reads the readable form by writing the script that it stands
// for.
func decodeReadable(fragment string) (Link, error) {
	parts := strings.Split(strings.TrimPrefix(fragment, readablePrefix), ".")
	stepText := ""
	if last := len(parts) - 1; strings.Trim(parts[last], "0123456789") == "" {
		stepText, parts = parts[last], parts[:last]
	}
	lines := make([]string, len(parts))
	for i, part := range parts {
		if part == "" && len(parts) > 1 {
			return Link{}, errors.New("part " + strconv.Itoa(i+1) + " of the link is empty")
		}
		lines[i] = readableLine(part)
	}
	s, err := script.Parse(strings.Join(lines, "\n"))
	if syntax, bad := errors.AsType[*script.Error](err); bad {
		return Link{}, errors.New("part " + strconv.Itoa(syntax.Line) + " of the link, " + strconv.Quote(parts[syntax.Line-1]) + ": " + syntax.Want)
	}
	for i := range s.Steps {
		s.Steps[i].Line = 0
	}
	link := Link{Script: shippedText(s)}
	if stepText != "" {
		if link.Step, err = linkStep(stepText, len(s.Steps)); err != nil {
			return Link{}, err
		}
	}
	if link.History, link.Path, err = play(s); err != nil {
		return Link{}, err
	}
	return link, nil
}

// readableLine is the line of the script that a part stands for. A part that is
// none is passed on as it is, for the parser to refuse.
func readableLine(part string) string {
	if rest, ok := strings.CutPrefix(part, "tls1"); ok {
		return "version tls1." + rest
	}
	if strings.HasPrefix(part, "openssl-") {
		return "profile " + strings.ReplaceAll(part, "_", ".")
	}
	if rest, ok := strings.CutPrefix(part, "start-"); ok {
		return "start " + rest
	}
	if rest, ok := strings.CutPrefix(part, "transport-"); ok {
		return "transport " + strings.Replace(rest, pairTransport+"-", pairTransport+" ", 1)
	}
	who, what, _ := strings.Cut(part, "-")
	if word, ok := readableWords[who]; ok {
		what = strings.Replace(what, "SENT-RECEIVED", "SENT|RECEIVED", 1)
		return word + " " + strings.ReplaceAll(what, "-", " ")
	}
	return part
}
