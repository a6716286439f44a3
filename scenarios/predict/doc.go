// Package predict asks a reader what the next step of a scenario will do, before it is taken.
//
// Right answers and wrong choices are made by the engine. The right one is what the step does.
// The wrong ones are what somebody with a documented confusion would expect, and what the same
// call does in a scenario close by: with another release or version, by the other peer, one step
// earlier or later, with a step left out or put in. Nobody writes choices by hand.
//
//	questions := predict.Questions(h, path, i)   all that can be asked before step i
//	picks := predict.Picks(h, path)              the one to four best of a scenario
//	reason, ok := predict.Because(h, path, q)    "because …", after q was answered
//	nearest := predict.Explain(h, path, q, n)    for each choice the scenario where it is right
//
// As everywhere, path is a branch of a History from its root, and step i leads to path[i].
//
// What is missed comes back: package deck keeps the questions in Leitner's five boxes.
package predict
