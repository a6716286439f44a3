package model

import (
	"maps"
	"strconv"

	"closenotify/engine"
)

// SetSize changes the number of bytes on a button to the N of an operation.
type SetSize struct{ Op engine.Op }

func (s SetSize) update(m *Model) []Cmd {
	if s.Op.N < 1 || !hasSize(s.Op) {
		return nil
	}
	sizes := Sizes{}
	maps.Copy(sizes, m.Sizes)
	sizes[withoutN(s.Op)] = s.Op.N
	m.Sizes = sizes
	return nil
}

// msgFromSize reads "client SSL_read", the operation without its number. See Offer.Size.
func msgFromSize(_ *Model, arg, value string) (Msg, bool) {
	n, err := strconv.Atoi(value)
	if err != nil {
		return nil, false
	}
	op, err := engine.ParseOp(arg + " " + strconv.Itoa(min(n, engine.MaxBytes)))
	return SetSize{op}, err == nil && hasSize(op)
}
