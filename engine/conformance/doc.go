// Package conformance compares an implementation of the script language with real
// releases of OpenSSL. It imports only the standard library, and a test enforces that: a
// mistake in the engine's parser or printer cannot hide in shared code.
//
// # Parts
//
// The harness, a C program in the folder harness, runs scripts on the libssl that it is
// linked to and prints a trace. releases.sh builds it for each row of releases.txt.
// [Generate] makes random scripts in the language that the harness declares. [Compare]
// finds the first difference between two traces of a script, [Minimise] the smallest
// script that still shows it.
//
// # Recordings
//
// The folder testdata has what real releases did, for machines without them:
//
//	random-PROFILE.gz     random scripts, in both versions of TLS
//	explored-PROFILE.gz   the shortest script for each transition that package explore walks
//	findings/*.txt        scripts with which a release breaks a promise of package explore
//
// The command record makes all of them. The traces come from a harness, never from the
// engine; the engine only chooses the explored scripts. Libraries give different answers
// to some scripts because they read ciphertext, which is new each time, as a header.
// Such a script is run several times. It is recorded with the answer that came nearly
// always, or left out if there is none.
//
// A recording proves that a release answered these scripts with these traces. Tests
// replay it, which proves that the engine gives the same answers. Neither says anything
// about other scripts: the command compare tries fresh random ones.
//
// # What stays valid
//
// A release that is gone from Debian cannot be recorded again. Its recordings stay as they
// are, so what they consist of stays readable for ever: the file format, which the first
// line of the unpacked file names; the script language; the keys of the trace. If a new
// key is compared, these recordings need an exception.
//
// A profile with a full number, such as openssl-3.5.7, always means that patch. The name
// of a line, such as openssl-3.5, means its newest confirmed patch. Before it gets a new
// meaning, the recordings of the older patch are renamed to its full number, if it
// behaves differently.
package conformance
