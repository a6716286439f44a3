// Package explain says to a person what a step of OpenSSL's did: in sentences, with
// the text of its errors, what caused them, what to do about them, and in C.
//
// It reads Steps and Histories of package engine and changes nothing. The page, the
// drawings and the lessons take their words from here, so that all of them say the
// same of a step.
package explain
