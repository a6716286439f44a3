package predict

// Aspect is what is asked about a step.
type Aspect uint8

// The aspects. Means tells what the call returned, so it is asked after the others.
const (
	Returns Aspect = iota + 1 // what does the call return?
	Error                     // what does SSL_get_error say?
	Flags                     // which shutdown flags change?
	Wire                      // what goes on the wire?
	Peer                      // what will the other peer's next SSL_read return?
	Means                     // what does the return value mean?
)

// Aspects lists them, in the order in which they are asked.
var Aspects = [...]Aspect{Returns, Error, Flags, Wire, Peer, Means}

// String returns a word that stays: it is part of the keys of questions.
func (a Aspect) String() string {
	return [...]string{"", "returns", "error", "flags", "wire", "peer", "means"}[a]
}
