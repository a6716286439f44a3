// Package explain describes steps for people: in sentences, with error texts, causes,
// advice and C.
//
// It reads Steps and Histories of package engine and changes nothing. The page and the
// drawings take their words from here, so that both describe a step in the same way. The
// sentence and the advice of each rule are in engine/rules_*.go.
package explain
