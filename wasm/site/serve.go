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

// Serve serves the site in dir on the port of this machine, and to no other,
// until ctx ends. The configuration is the netlify.toml with the header rules.
// Once it listens it prints the address to out. Port "0" is any free one.
func Serve(ctx context.Context, dir, configFile, port string, out io.Writer) error {
	if _, err := os.Stat(dir); err != nil {
		return fmt.Errorf("there is no site to serve: %w", err)
	}
	rules, err := ReadHeaderRules(configFile)
	if err != nil {
		return err
	}
	listener, err := net.Listen("tcp", net.JoinHostPort("127.0.0.1", port))
	if err != nil {
		return fmt.Errorf("cannot serve (PORT=n chooses another port): %w", err)
	}
	server := &http.Server{Handler: NewHandler(dir, rules), ReadHeaderTimeout: 10 * time.Second}
	stop := context.AfterFunc(ctx, func() { server.Close() })
	defer stop()
	fmt.Fprintf(out, "close_notify runs at http://%s\n", listener.Addr())
	if err := server.Serve(listener); !errors.Is(err, http.ErrServerClosed) {
		return err
	}
	return nil
}

// ReadHeaderRules reads the header rules of a netlify.toml.
func ReadHeaderRules(configFile string) ([]HeaderRule, error) {
	config, err := os.ReadFile(configFile)
	if err != nil {
		return nil, err
	}
	rules, err := ParseHeaderRules(string(config))
	if err != nil {
		return nil, fmt.Errorf("%s: %w", configFile, err)
	}
	return rules, nil
}
