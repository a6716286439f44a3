package engine

// StateString is SSL_state_string_long. It names the message that was sent or received
// last, not the one that is awaited.
func (e Endpoint) StateString() string {
	if e.failed {
		return "error"
	}
	return stateStrings[e.role][e.handState]
}

// stateStrings are the texts of both roles (ssl_stat.c), by handState. The states in which
// no call can return have none.
var stateStrings = [2]map[action]string{
	Client: {
		{}:                           "before SSL initialization",
		{kind: actionNone}:           "SSL negotiation finished successfully",
		send(ClientHello):            "SSLv3/TLS write client hello",
		receive(ServerHello):         "SSLv3/TLS read server hello",
		receive(EncryptedExtensions): "TLSv1.3 read encrypted extensions",
		receive(Certificate):         "SSLv3/TLS read server certificate",
		receive(CertificateVerify):   "TLSv1.3 read server certificate verify",
		receive(ServerKeyExchange):   "SSLv3/TLS read server key exchange",
		receiveCCS:                   "SSLv3/TLS read change cipher spec",
		send(Finished):               "SSLv3/TLS write finished",
		send(KeyUpdate):              "TLSv1.3 write client key update",
	},
	Server: {
		{}:                         "before SSL initialization",
		{kind: actionNone}:         "SSL negotiation finished successfully",
		send(HelloRequest):         "SSLv3/TLS write hello request",
		send(ServerHelloDone):      "SSLv3/TLS write server done",
		send(Finished):             "SSLv3/TLS write finished",
		awaitFinished:              "TLSv1.3 early data", // although there is none
		receive(ClientKeyExchange): "SSLv3/TLS read client key exchange",
		receiveCCS:                 "SSLv3/TLS read change cipher spec",
		send(NewSessionTicket):     "SSLv3/TLS write session ticket",
		send(KeyUpdate):            "TLSv1.3 write server key update",
	},
}
