//go:build !js

package main

import (
	"context"
	"errors"
	"flag"
	"fmt"
	"os"
	"os/signal"
	"syscall"

	"closenotify/wasm/site"
)

// commands are what can be asked for on the command line.
var commands = []struct {
	name, does string
	run        func(ctx context.Context, arguments []string) error
}{
	{"build", "make the static site", build},
	{"serve", "serve it on this machine", serve},
	{"size", "hold the client against its size budget", size},
}

func main() {
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	if err := run(ctx, os.Args[1:]); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "wasm:", err)
		os.Exit(1)
	}
}

func run(ctx context.Context, arguments []string) error {
	usage := "usage: wasm COMMAND [-h], where COMMAND is"
	for _, command := range commands {
		if len(arguments) > 0 && arguments[0] == command.name {
			return command.run(ctx, arguments[1:])
		}
		usage += fmt.Sprintf("\n  %-6s %s", command.name, command.does)
	}
	return errors.New(usage)
}

func build(_ context.Context, arguments []string) error {
	var o site.Options
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.StringVar(&o.Web, "web", "web", "directory of the static assets")
	flags.StringVar(&o.Wasm, "wasm", "build/app.wasm", "the compiled client")
	flags.StringVar(&o.WasmExec, "exec", "", "wasm_exec.js of the Go release that compiled it")
	flags.StringVar(&o.Out, "o", "dist", "directory to make, or to replace")
	flags.BoolVar(&o.Brotli, "brotli", false, "compress with brotli as well as gzip")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	route()
	o.Pages = pages()
	return site.Build(o)
}

func serve(ctx context.Context, arguments []string) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	dir := flags.String("dir", "dist", "the site")
	config := flags.String("config", "netlify.toml", "where the header rules stand")
	port := flags.String("port", "8080", "port on 127.0.0.1; 0 is any free one")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	return site.Serve(ctx, *dir, *config, *port, os.Stdout)
}

func size(_ context.Context, arguments []string) error {
	flags := flag.NewFlagSet("size", flag.ContinueOnError)
	limit := flags.Float64("limit", 1.15, "how many times the floor the client may be")
	floor := flags.String("floor", "build/floor.wasm", "go-app's hello world")
	client := flags.String("wasm", "build/app.wasm", "the compiled client")
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	return site.CompareSize(os.Stdout, *floor, *client, *limit)
}
