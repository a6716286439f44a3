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

	"closenotify/engine/export/reproduce"
	"closenotify/scenarios/challenges"
	"closenotify/scenarios/library"
	"closenotify/wasm/pages"
	"closenotify/wasm/site"
)

// commands are the words that the command line may begin with.
var commands = []struct {
	name, summary string
	run           func(arguments []string) error
}{
	{"build", "make the static site", build},
	{"serve", "serve it on this machine", serve},
	{"size", "compare the programs' sizes with their budgets", size},
}

func main() {
	if err := run(os.Args[1:]); err != nil && !errors.Is(err, flag.ErrHelp) {
		fmt.Fprintln(os.Stderr, "wasm:", err)
		os.Exit(1)
	}
}

func run(arguments []string) error {
	usage := "usage: wasm COMMAND [-h], where COMMAND is"
	for _, command := range commands {
		if len(arguments) > 0 && arguments[0] == command.name {
			return command.run(arguments[1:])
		}
		usage += fmt.Sprintf("\n  %-6s %s", command.name, command.summary)
	}
	return errors.New(usage)
}

func build(arguments []string) error {
	var o site.Options
	flags := buildFlags(&o)
	recorded := flags.String("recorded", "engine/testdata", "directory of the scripts that are recorded from OpenSSL")
	kept := flags.String("kept", "build", "directory in which the explanations of questions are kept for the next build")
	if err := parse(flags, arguments); err != nil {
		return err
	}
	lib := library.Shipped().With(challenges.Entries()...)
	route(lib)
	o.Pages, o.Lessons = frontPages(lib), []byte(lib.Encode())
	var err error
	if o.Articles, err = pages.All(os.DirFS(*recorded)); err != nil {
		return err
	}
	if o.Embeds, err = pages.Embeds(lib); err != nil {
		return err
	}
	if o.Made, err = pages.Made(); err != nil {
		return err
	}
	if o.Programs, err = shippedPrograms(); err != nil {
		return err
	}
	if o.Index, err = findIndex(); err != nil {
		return err
	}
	o.Support = reproduce.Support()
	if o.Explained, err = explanations(*kept, os.Stdout); err != nil {
		return err
	}
	return site.Build(o)
}

// buildFlags are the flags that fill o.
func buildFlags(o *site.Options) *flag.FlagSet {
	flags := flag.NewFlagSet("build", flag.ContinueOnError)
	flags.StringVar(&o.Web, "web", "web", "directory of the static assets")
	flags.StringVar(&o.Wasm, "wasm", "build/app.wasm", "the compiled client")
	flags.StringVar(&o.Lab, "lab", "build/lab.wasm", "the compiler of programs, compiled")
	flags.StringVar(&o.Export, "export", "build/export.wasm", "the program that exports, compiled")
	flags.StringVar(&o.WasmExec, "exec", "", "wasm_exec.js of the Go release that compiled them")
	flags.StringVar(&o.Out, "o", "dist", "directory to make, or to replace")
	flags.StringVar(&o.Site, "site", "", "address of the host, \"https://example.org\", for absolute addresses")
	flags.StringVar(&o.Base, "base", "", "path of the site on its host, \"/docs/tls/\"; without it the site is at the top")
	flags.StringVar(&o.Keep, "keep", "", "directory of an earlier site whose builds go on working in this one")
	flags.StringVar(&o.Zip, "zip", "", "file to make in place of the directory: the site as a zip, for any path of any server")
	flags.BoolVar(&o.Brotli, "brotli", false, "compress with brotli as well as gzip")
	return flags
}

func serve(arguments []string) error {
	flags := flag.NewFlagSet("serve", flag.ContinueOnError)
	dir := flags.String("dir", "dist", "directory of the site")
	config := flags.String("config", "netlify.toml", "file with the header rules")
	port := flags.String("port", "8080", "port on 127.0.0.1; 0 is any free one")
	if err := parse(flags, arguments); err != nil {
		return err
	}
	ctx, stop := signal.NotifyContext(context.Background(), os.Interrupt, syscall.SIGTERM)
	defer stop()
	// The first signal lets open requests finish. A second one ends the program.
	context.AfterFunc(ctx, stop)
	return site.Serve(ctx, *dir, *config, *port, os.Stdout)
}

func size(arguments []string) error {
	flags := flag.NewFlagSet("size", flag.ContinueOnError)
	limit := flags.Float64("limit", 1.15, "largest allowed ratio of the client's size to the floor's")
	floor := flags.String("floor", "build/floor.wasm", "go-app's hello world")
	client := flags.String("wasm", "build/app.wasm", "the compiled client")
	lab := flags.String("lab", "build/lab.wasm", "the compiler of programs, compiled")
	labLimit := flags.Int64("lab-limit", 1_500_000, "largest allowed size of it, compressed, in bytes")
	export := flags.String("export", "build/export.wasm", "the program that exports, compiled")
	exportLimit := flags.Int64("export-limit", 1_100_000, "largest allowed size of it, compressed, in bytes")
	if err := parse(flags, arguments); err != nil {
		return err
	}
	return errors.Join(
		site.CompareSize(os.Stdout, *floor, *client, *limit),
		site.CheckSizes(os.Stdout,
			site.Budget{Name: "the compiler", File: *lab, Limit: *labLimit},
			site.Budget{Name: "the exporter", File: *export, Limit: *exportLimit}))
}

// parse sets the flags from the arguments, all of which must be flags.
func parse(flags *flag.FlagSet, arguments []string) error {
	if err := flags.Parse(arguments); err != nil {
		return err
	}
	if flags.NArg() > 0 {
		return fmt.Errorf("%s takes flags only, not %q (-h lists them)", flags.Name(), flags.Arg(0))
	}
	return nil
}
