package engine

// State says how far the handshake of a peer is: SSL_in_before, SSL_in_init or
// SSL_is_init_finished.
type State uint8

// The states. A fatal error puts a connection into Init for good (ossl_statem_fatal).
// SSL_shutdown(3) says not to call it after one.
const (
	Before State = iota
	Init
	Established
	Freed
)

// String returns the trace's word.
func (s State) String() string {
	return [...]string{"before", "init", "established", "freed"}[s]
}
