package export

import "closenotify/engine/script"

// writeJSON writes the trace as trace -json prints it, with the text of the script in its first
// object: see script.AppendTrace.
func writeJSON(p Played) ([]byte, error) {
	var lines []byte
	for _, id := range p.Path[1:] {
		lines = append(script.AppendJSON(lines, p.History.Step(id), p.History.World(id)), '\n')
	}
	return script.AppendTrace(nil, p.Script.String(), lines), nil
}
