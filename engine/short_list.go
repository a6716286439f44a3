package engine

// shortList is a list that needs no allocation while it is short. The lists of a Step
// nearly always are.
type shortList[T any] struct {
	n     int
	first [2]T
	rest  []T
}

// add appends x. Only the call that fills a Step may use it. Copies of it in every place
// that notes something would only make the client larger.
//
//go:noinline
func (f *shortList[T]) add(x T) {
	if f.n < len(f.first) {
		f.first[f.n] = x
		f.n++
		return
	}
	f.rest = append(f.rest, x)
}

// length is how many there are.
func (f *shortList[T]) length() int { return f.n + len(f.rest) }

// all lists the elements in order, nil for none.
func (f shortList[T]) all() []T {
	if f.n == 0 {
		return nil
	}
	return append(f.first[:f.n:f.n], f.rest...)
}
