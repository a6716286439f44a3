package script

// TraceKey is the key of the first object of a trace in JSON whose value is the text of the
// script. trace -export json writes it, trace -json does not.
const TraceKey = "script"

// AppendTrace appends a trace in JSON that has the text of its script: lines are those that
// AppendJSON has appended, each with a line break. The first object has the text as its first key;
// if there is none, there is an object with only this key.
func AppendTrace(b []byte, text string, lines []byte) []byte {
	b = appendText(append(b, `{"`+TraceKey+`":`...), text)
	if len(lines) == 0 {
		return append(b, "}\n\n"...)
	}
	b = append(b, ',')
	return append(append(b, lines[1:]...), '\n')
}
