package store_test

import (
	"context"
	"fmt"
	"time"

	"closenotify/scenarios/store"
)

func ExampleStore() {
	ctx := context.Background()
	s := store.NewMemory(time.Now)
	saved, err := s.Put(ctx, store.Saved{Entry: store.Entry{Title: "Mine"}, Script: "client SSL_shutdown\n"})
	if err != nil {
		panic(err)
	}
	saved.Title = "  Mine, renamed\n"
	if _, err := s.Put(ctx, saved); err != nil {
		panic(err)
	}
	list, err := s.List(ctx)
	if err != nil {
		panic(err)
	}
	for _, entry := range list.Entries {
		saved, err := s.Get(ctx, entry.ID)
		if err != nil {
			panic(err)
		}
		fmt.Printf("%q %q\n", saved.Title, saved.Script)
	}
	// Output: "Mine, renamed" "client SSL_shutdown\n"
}

func ExampleCopyTitle() {
	existing := []store.Entry{{Title: "Half close"}, {Title: "Half close (copy)"}}
	fmt.Println(store.CopyTitle("Half close", existing))
	// Output: Half close (copy 2)
}

func ExampleUpgradeScript() {
	fmt.Print(store.UpgradeScript("client SSL_shutdown\n"))
	// Output:
	// profile openssl-3.5.7
	//
	// client SSL_shutdown
}
