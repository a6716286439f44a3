package engine

// Direction names one of the two byte streams between the peers.
type Direction uint8

// The two directions.
const (
	ClientToServer Direction = iota
	ServerToClient
)

// Directions lists both directions, the client's first.
var Directions = [2]Direction{ClientToServer, ServerToClient}

// String returns the script's word, "c2s" or "s2c".
func (d Direction) String() string {
	if d == ClientToServer {
		return "c2s"
	}
	return "s2c"
}

// Sender is the peer that writes into d.
func (d Direction) Sender() Role { return Role(d) }

// Receiver is the peer that reads from d.
func (d Direction) Receiver() Role { return Role(1 - d) }

// Outgoing is the direction that r writes into.
func Outgoing(r Role) Direction { return Direction(r) }

// Incoming is the direction that r reads from.
func Incoming(r Role) Direction { return Direction(1 - r) }
