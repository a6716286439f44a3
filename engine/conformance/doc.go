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
// # Programs
//
// The harness also runs the C programs of a script ("program client" … "end program"). It
// compiles the text with gcc and the headers of its release, with program.h in front, which
// turns each call and query into one of the harness's own. Each program runs in a thread,
// which has an error queue and an errno of its own, and stops after each call until its next
// step. What the language leaves open is decided by gcc, glibc, Linux and the library:
//
//   - The line of a call is gcc's __LINE__ in a macro with the call's name: the line of the
//     name, also within the arguments of another macro; in the body of a macro it is the
//     line where the outermost macro is used. A name in parentheses is no call.
//   - A program that takes longer than five seconds between two calls, or crashes, is
//     "stopped". Nothing else of undefined behaviour is noticed.
//   - If no function fits, because none has one parameter of type SSL * and returns int or
//     void, the script is refused. Other functions are not looked at, whatever they return.
//   - An SSL_set_options or mode of 0 is a call like any other. So is SSL_free(NULL).
//   - fcntl with F_GETFL on a closed descriptor is -1, and leaves errno as queries do.
//   - select changes its sets only if it returns 0 or more, in whole words of 64 bits below
//     its first argument; it changes its limit, also when it fails with EBADF, unless that
//     was 0. A limit of a million microseconds or more is carried over to the seconds.
//   - nanosleep with an invalid time and select with a negative one fail with EINVAL, and so
//     does poll of more than 1,024 entries, the usual limit on open files.
//   - With sockets, close, shutdown and fcntl of a descriptor other than the own one and
//     other than a negative one are "stopped", like poll and select; without sockets, those
//     of any descriptor that is not negative.
//   - Each byte of output that is not part of a character in UTF-8 is one U+FFFD. What a
//     program prints in two steps is two outputs, even if a character is split by it.
//
// The scripts in engine/testdata/programs are recorded: see TestPrograms in package engine.
//
// With [Options].Programs, random scripts have random programs: program_grammar.txt says how
// they are written. They call, wait, ask and print as closing code does, in loops and
// functions, and are mixed with calls by hand and with steps of the network. Nothing in them
// is undefined. Compiling a program takes longer than running a script, so several scripts
// have the same one. Minimise leaves out programs and statements, too.
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
