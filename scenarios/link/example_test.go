package link_test

import (
	"fmt"

	"closenotify/engine/script"
	"closenotify/scenarios/library"
	"closenotify/scenarios/link"
)

func ExampleEncode() {
	s, err := script.Parse("client SSL_shutdown\nserver SSL_read 100\nserver SSL_shutdown\nclient SSL_shutdown\n")
	if err != nil {
		panic(err)
	}
	text, err := link.Encode(library.Shipped(), s, 2, script.Codes{})
	fmt.Println(text, err)
	// Output: 2SFEARQAdEbsrCu8flFg.2 <nil>
}

// A shipped scenario with one call more keeps its narration.
func ExampleEncode_difference() {
	sc, _ := library.Find("client-closes-first")
	more, err := script.Parse(sc.Script.String() + "client SSL_free\n")
	if err != nil {
		panic(err)
	}
	text, err := link.Encode(library.Shipped(), more, 0, script.Codes{})
	fmt.Println(text, err)
	// Output: 2PHB0_SGABSCBEdG_DTel0mEiN3Q <nil>
}

func ExampleDecode() {
	l, err := link.Decode(library.Shipped(), "t.tls12.c-SSL_write-10.s2c-fin.c-SSL_read-100.1", script.Codes{})
	fmt.Printf("%v at step %d\n%s", err, l.Step, l.Script)
	// Output:
	// <nil> at step 1
	// version tls1.2
	//
	// client SSL_write 10
	// s2c fin
	// client SSL_read 100
}

func ExampleEncodeReadable() {
	s, err := script.Parse("profile openssl-1.1.1\nclient SSL_set_shutdown SENT|RECEIVED\nclient SSL_shutdown\n")
	if err != nil {
		panic(err)
	}
	text, err := link.EncodeReadable(s, 0)
	fmt.Println(text, err)
	// Output: t.openssl-1_1_1.c-SSL_set_shutdown-SENT-RECEIVED.c-SSL_shutdown <nil>
}
