// Package conformance holds an implementation of the trace language against a
// real OpenSSL, from outside: it makes random scripts, runs them through the
// harness (a C program over libssl, in the folder harness; releases.sh builds it
// for several releases), and tells where another trace of the same script
// differs. It shares no code with the engine on purpose: a mistake in the
// engine's parser or printer must not hide itself.
package conformance
