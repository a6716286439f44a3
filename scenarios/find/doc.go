// Package find finds the lesson that explains a text: an error message, a line of a log, a
// traceback, a number, or a question.
//
// All knowledge is in tables. The files in the folder data name what can be recognised in a
// text (features), which lessons, releases and rules of the library that speaks for, and which
// release of OpenSSL a package or an image has. Two of them have texts with their lessons, those
// that people have met (examples) and others in plain words (sentences): New learns from them
// what each word speaks for. It adds what the lessons say themselves and the errors that their
// scripts really produce, and makes one Index of all.
//
// An Index is one JSON file, and Find is a few loops over it, because both exist twice:
// web/find.js does the same in the browser, where no text may leave the device. A test holds
// the two to the same answers.
//
//	text ── Normal ──▶ " ssl read unexpected eof while reading "
//	                        │ contains
//	Index.Features ─────────▼──▶ which of them are in the text
//	Index.Rules ───────────────▶ points for lessons
//	Index.Words ───────────────▶ more, for what was learned of examples and sentences
package find
