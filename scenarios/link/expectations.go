package link

import "closenotify/engine/script"

// encodeExpectations is section e, "" for no expectations.
func encodeExpectations(steps []script.Step) string {
	var b []byte
	passed := 0
	for _, step := range steps {
		if step.Expect == nil {
			passed++
			continue
		}
		text := step.Expect.String()
		b = appendNumber(b, passed)
		b = appendNumber(b, textEncoding.EncodedLen(len(text)))
		b = textEncoding.AppendEncode(b, []byte(text))
		passed = 0
	}
	return string(b)
}

// decodeExpectations gives steps the expectations of section e, "" if there is none.
func decodeExpectations(section string, steps []script.Step) error {
	d := digits{text: section}
	for i := 0; d.text != ""; i++ {
		i += d.number()
		length := d.number()
		if d.bad || i >= len(steps) || length == 0 || length > len(d.text) {
			return errDamaged
		}
		text, err := textEncoding.DecodeString(d.text[:length])
		if err != nil {
			return errDamaged
		}
		e, err := script.ParseExpectation(steps[i].Op, string(text))
		switch {
		case err != nil:
			return errNewer
		case e.String() != string(text):
			return errDamaged
		}
		steps[i].Expect, d.text = &e, d.text[length:]
	}
	return nil
}
