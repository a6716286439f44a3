package link

import "closenotify/engine"

// The parts of a step's digit.
const (
	stepOnWire   = 32 // a step of the network, else a call
	stepSecond   = 16 // the server, or server to client
	stepArgument = 8  // its argument follows
	stepCode     = 7  // the number of its verb, or that the number follows
)

// impliedArgument is what a step without an argument means if its verb has had none
// before.
const impliedArgument = 100

// arguments has the last argument of each verb.
type arguments map[engine.Verb]int

func (a arguments) last(v engine.Verb) int {
	if n, ok := a[v]; ok {
		return n
	}
	return impliedArgument
}

// encodeSteps is section S, "" for no steps.
func encodeSteps(ops []engine.Op) string {
	if len(ops) == 0 {
		return ""
	}
	b := appendNumber(nil, len(ops))
	given := arguments{}
	for _, op := range ops {
		b = appendStep(b, op, given)
	}
	return string(b)
}

// appendStep appends one step and notes its argument.
func appendStep(b []byte, op engine.Op, given arguments) []byte {
	second := int(op.Role)
	digit := 0
	if !op.IsCall() {
		second, digit = int(op.Dir), stepOnWire
	}
	digit |= second * stepSecond
	explicit := op.Verb.TakesArgument() && op.N != given.last(op.Verb)
	if explicit {
		digit |= stepArgument
	}
	code := op.Verb.LinkCode()
	b = appendDigit(b, digit|min(code, stepCode))
	if code >= stepCode {
		b = appendNumber(b, code-stepCode)
	}
	if explicit {
		given[op.Verb] = op.N
		b = appendNumber(b, op.N+1) // All is -1
	}
	return b
}

// decodeSteps reads section S, "" if there is none.
func decodeSteps(section string) ([]engine.Op, error) {
	ops, _, err := readSteps(section)
	if err == nil && encodeSteps(ops) != section {
		err = errDamaged
	}
	return ops, err
}

// readSteps reads section S as far as it can be read. n is how many steps it should have.
func readSteps(section string) (ops []engine.Op, n int, err error) {
	if section == "" {
		return nil, 0, nil
	}
	d := digits{text: section}
	n = d.number()
	if n > maxSteps && n <= len(d.text) {
		return nil, n, errNewer
	}
	given := arguments{}
	for range min(n, maxSteps) {
		op, ok := d.step(given)
		switch {
		case d.bad:
			return ops, n, errDamaged
		case !ok:
			return ops, n, errNewer
		}
		ops = append(ops, op)
	}
	if d.bad || n > maxSteps {
		return ops, n, errDamaged
	}
	return ops, n, nil
}

// step reads one step. ok is false if it has the number of no verb.
func (d *digits) step(given arguments) (op engine.Op, ok bool) {
	digit := d.digit()
	code := digit & stepCode
	if code == stepCode {
		code += d.number()
	}
	call, second := digit&stepOnWire == 0, digit/stepSecond%2
	op.Verb, ok = engine.VerbWithLinkCode(call, code)
	if call {
		op.Role = engine.Role(second)
	} else {
		op.Dir = engine.Direction(second)
	}
	if digit&stepArgument != 0 {
		given[op.Verb] = d.number() - 1
	}
	if ok && op.Verb.TakesArgument() {
		op.N = given.last(op.Verb)
	}
	return op, ok
}
