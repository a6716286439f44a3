package main

import (
	"fmt"
	"os"

	"closenotify/engine/cc"
)

func main() {
	code, err := cc.Compile(os.Args[1], cc.Options{})
	if err != nil {
		fmt.Println(err)
		return
	}
	os.Stdout.Write(code.Encode())
}
