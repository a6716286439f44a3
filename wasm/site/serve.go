package site

import (
	"context"
	"errors"
	"fmt"
	"io"
	"net"
	"net/http"
	"os"
	"time"
)

const (
	// writeTimeout is how long an answer may take. A file is allowed more, by its
	// size.
	writeTimeout = time.Minute

	// shutdownTimeout is how long open requests may take to finish when the server
	// stops.
	shutdownTimeout = 10 * time.Second
)

// Serve serves the site in dir on a port of 127.0.0.1 until ctx ends; port "0" is
// any free one. The header rules come from configFile, a netlify.toml. Once it
// listens it prints the address to out. Requests that are open when ctx ends have
// ten seconds to finish; it is an error if they do not.
func Serve(ctx context.Context, dir, configFile, port string, out io.Writer) error {
	info, err := os.Stat(dir)
	if err != nil {
		return fmt.Errorf("there is no site to serve: %w", err)
	}
	if !info.IsDir() {
		return fmt.Errorf("there is no site to serve: %s is a file, not a directory", dir)
	}
	rules, err := ReadHeaderRules(configFile)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", port))
	if err != nil {
		return fmt.Errorf("cannot serve (PORT=n chooses another port): %w", err)
	}
	fmt.Fprintf(out, "close_notify runs at http://%s\n", listener.Addr())
	return serveUntil(ctx, newServer(NewHandler(dir, rules)), listener, shutdownTimeout)
}

// newServer returns a server whose clients cannot hold a connection for ever.
func newServer(handler http.Handler) *http.Server {
	return &http.Server{
		Handler: handler,
		// A request for a file has no body and a few hundred bytes of header.
		ReadHeaderTimeout: 5 * time.Second,
		ReadTimeout:       10 * time.Second,
		MaxHeaderBytes:    16 << 10,
		WriteTimeout:      writeTimeout,
		// A browser uses a connection again for the other files of the page.
		IdleTimeout: time.Minute,
	}
}

// serveUntil serves until ctx ends. Then it accepts no more requests and waits for
// the open ones, at most as long as the timeout.
func serveUntil(ctx context.Context, server *http.Server, listener net.Listener, timeout time.Duration) error {
	failed := make(chan error, 1)
	go func() { failed <- server.Serve(listener) }()
	select {
	case err := <-failed:
		return err
	case <-ctx.Done():
	}
	finish, cancel := context.WithTimeout(context.Background(), timeout)
	defer cancel()
	if err := server.Shutdown(finish); err != nil {
		return errors.Join(fmt.Errorf("requests were still open after %v: %w", timeout, err), server.Close())
	}
	return nil
}
