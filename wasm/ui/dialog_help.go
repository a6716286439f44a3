package ui

import "github.com/maxence-charriere/go-app/v9/pkg/app"

// helpScene is all that the help depends on: whether letters are keys of the page.
type helpScene struct{ Letters bool }

// helpKeys are the keys of the page, the most useful ones first.
var helpKeys = [][2]string{
	{"\u2192 or .", "take the next step"},
	{"\u2190", "go back one step"},
	{"Shift \u2192, Shift \u2190", "next, previous step that did something on the wire"},
	{"Home, End", "first, last step"},
	{"Space", "play or pause"},
	{"C, S, N", "open the calls of client, server, network; arrows or letters choose, Enter calls"},
	{"D", "deliver what is in flight"},
	{"B", "bytes: the record that the step moved"},
	{"W", "why: the rule behind the step"},
	{"X", "set a breakpoint at this step, where playing stops, or take it away"},
	{"Ctrl Z or U, Ctrl Shift Z", "undo, redo a change of the scenario"},
	{"L", "copy a link to this step"},
	{"?", "this help"},
	{"Esc", "close what is open, clear the highlight"},
}

// helpDialog is a short introduction, with the signs and the keys.
func helpDialog(h helpScene) app.UI {
	letters := "Letters do nothing now. Switch them on"
	if h.Letters {
		letters = "Switch the letters off"
	}
	var keys []app.UI
	for _, k := range helpKeys {
		keys = append(keys, elem("dt", elem("kbd", k[0])), elem("dd", k[1]))
	}
	return elem("div.dialog-body",
		dialogTitle("help", "How this works"),
		elem("p", "Two peers have a TLS connection. You make their OpenSSL calls, one at a time, and see what each returns, which flags it sets and what goes over the wire. Time runs down: the client is on the left, the server on the right."),
		elem("p", "Press a flag, SENT or RECEIVED: the call and the record that set it light up everywhere."),
		elem("p", "Step through a scenario, or press any call below the stage. In the middle of a scenario a call begins a branch; what came before stays and can be chosen again. Mistakes are welcome: see what happens. Press a record to see its bytes."),
		elem("h3", "Signs"),
		elem("ul.signs",
			legendEntry("notify", "close_notify", "an octagon: its sender will write no more"),
			legendEntry("data", "data", "a rectangle: application data"),
			legendEntry("fatal", "alert", "black and hatched: a fatal alert"),
			legendEntry("handshake", "ServerHello", "rounded: a handshake message"),
			legendEntry("ticket", "NewSessionTicket", "perforated: a ticket, with which the client can resume the session"),
			legendEntry("keyupdate", "KeyUpdate", "rounded, with an arrow: its sender changes its keys"),
			legendEntry("ccs", "ChangeCipherSpec", "small and rounded: from here on TLS 1.2 encrypts"),
			legendEntry("fin", "FIN", "a bar: the end of the TCP stream, which anybody can forge"),
			legendEntry("reset", "RST", "jagged: TCP gives up the connection")),
		elem("p", "Dashed is in flight. A tick is read, and a line leads to the call that read it; the line is dotted while nobody has. Crossed out is lost."),
		elem("h3", "Keys"),
		elem("dl.keys", keys),
		elem("p", button(".tool", "next-keys", letters), " ", button(".tool", "show-dialog releases", "Which release is mine?")))
}

// legendEntry shows a sign and says what it means.
func legendEntry(shape, name, meaning string) app.UI {
	return elem("li", elem("span.chip.shape-"+shape, elem("span.name", name)), " "+meaning)
}
