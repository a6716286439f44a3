package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// helpScene is all that the help depends on: whether letters are keys of the page.
type helpScene struct{ Letters bool }

// helpKeys are the keys of the page, the most useful ones first.
var helpKeys = [][2]string{
	{"\u2192 or .", "take the next step"},
	{"\u2190", "go back one step"},
	{"Shift \u2192, Shift \u2190", "next or previous step that did something on the wire"},
	{"Home, End", "first or last step"},
	{"Space", "play or pause"},
	{"C, S, N", "open the calls of the client, the server or the network; choose with the arrows or a letter, then press Enter"},
	{"D", "deliver what is in flight"},
	{"B", "show the bytes of the record that the step moved"},
	{"W", "show the rule behind the step"},
	{"X, or Alt and a press of a step", "set or remove a breakpoint: playing stops at this step"},
	{"Ctrl Z or U, Ctrl Shift Z", "undo or redo a change to the scenario"},
	{"F", "present: only the drawing, in large type; Esc or F leaves"},
	{"P", "predict: a question before each step that teaches something; 1 to 5 answer, 0 skips, Enter goes on"},
	{"V", "paste or edit a peer’s program in C"},
	{"R, I", "run a program on to its next call, or to its next line"},
	{"E, T", "run the programs to the end; let the time limit of the one that waits run out"},
	{"L", "copy a link to this step"},
	{"/", "find a lesson by an error text"},
	{"?", "this help"},
	{"Esc", "close the dialog or menu, clear the highlight"},
}

// helpDialog is a short introduction, with the signs and the keys.
func helpDialog(h helpScene) app.UI {
	letters := "Turn single-letter shortcuts on"
	if h.Letters {
		letters = "Turn single-letter shortcuts off"
	}
	var keys []app.UI
	for _, k := range helpKeys {
		keys = append(keys, elem("dt", elem("kbd", k[0])), elem("dd", k[1]))
	}
	return elem("div.dialog-body",
		dialogTitle("help", "How this works"),
		elem("p", "A client and a server have a TLS connection. Step through their OpenSSL calls and see what each call returns, which flags it sets and what goes over the wire. Time runs down the page: the client is on the left, the server on the right."),
		elem("p", "You can make any call yourself. In the middle of a scenario it starts a new branch, and the old one is kept. Mistakes are welcome: see what happens."),
		elem("p", "Press a flag, SENT or RECEIVED, to highlight the call and the record that set it. Press a record to see its bytes."),
		elem("p", "The sockets are non-blocking until BIO_set_nbio(0) is called: a call that cannot go on returns -1 with WANT_READ or WANT_WRITE, where a blocking one would wait. These modes are on: SSL_MODE_AUTO_RETRY, SSL_MODE_ENABLE_PARTIAL_WRITE and SSL_MODE_ACCEPT_MOVING_WRITE_BUFFER."),
		elem("h3", "Signs"),
		elem("ul.signs",
			legendEntry("notify", "close_notify", "an octagon: its sender will send no more data"),
			legendEntry("data", "data", "a rectangle: application data"),
			legendEntry("fatal", "alert", "black and hatched: a fatal alert"),
			legendEntry("handshake", "ServerHello", "rounded: a handshake message"),
			legendEntry("ticket", "NewSessionTicket", "perforated: a ticket that lets the client resume the session"),
			legendEntry("keyupdate", "KeyUpdate", "rounded, with an arrow: the sender changes its keys"),
			legendEntry("ccs", "ChangeCipherSpec", "small and rounded: in TLS 1.2, encryption starts here"),
			legendEntry("fin", "FIN", "a bar: the end of the TCP stream, which anyone can forge"),
			legendEntry("reset", "RST", "jagged: the TCP connection is aborted")),
		elem("p", "Dashed means in flight. A tick means read, and a line leads to the call that read the record; a dotted line means that nobody has read it yet. Crossed out means lost. \u201chalf done\u201d is what the 0 of SSL_shutdown means: close_notify is sent, and the peer's has not been read. \u201c0 bytes\u201d means that the call was asked for nothing. Neither is an error, although SSL_get_error would return SSL_ERROR_SYSCALL."),
		elem("h3", "Keys"),
		elem("dl.keys", keys),
		elem("p", button(".tool", "next-keys", letters), " ", button(".tool", "show-dialog releases", "Which release is mine?")))
}

// legendEntry shows a sign and says what it means.
func legendEntry(shape, name, meaning string) app.UI {
	return elem("li", elem("span.chip.shape-"+shape, elem("span.name", name)), " "+meaning)
}
