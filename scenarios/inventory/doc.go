// Package inventory is a test with twelve questions about the end of a TLS connection, in two
// parallel forms: one to take before a course, the other after it.
//
// Each item is about another misconception of the table in package predict. An item of form A and
// the one of form B with the same number are about the same misconception, with other scripts.
// What is asked, the choices and the right one come from the engine; a wrong choice stands for the
// misconceptions that lead to it.
//
// The scripts are in items.go. What the real library does with them is in recorded.gz.
package inventory
