package engine

// Role names one of the two peers.
type Role uint8

// The two peers of a connection.
const (
	Client Role = iota
	Server
)

// Roles lists both peers, the client first.
var Roles = [2]Role{Client, Server}

// String returns the script's word, "client" or "server".
func (r Role) String() string {
	if r == Client {
		return "client"
	}
	return "server"
}

// Other is the other one.
func (r Role) Other() Role { return 1 - r }
