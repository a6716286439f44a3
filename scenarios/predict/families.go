package predict

import (
	"slices"

	"closenotify/engine"
)

// family is a kind of step with the rules that decide it, by aspect.
type family struct {
	has func(m *moment) bool
	// returns decides what a call returns, and what that means. An aspect without rules has no
	// reason to ask for.
	returns, errors, flags, wire, peer []*engine.Rule
}

// deciding are the rules that decide an aspect.
func (f family) deciding(a Aspect) []*engine.Rule {
	switch a {
	case Returns, Means:
		return f.returns
	case Error:
		return f.errors
	case Flags:
		return f.flags
	case Wire:
		return f.wire
	}
	return f.peer
}

// families are the kinds of steps.
var families = []family{
	{
		has: func(m *moment) bool { return m.verb() == engine.VerbShutdown },
		returns: []*engine.Rule{
			engine.RuleHalfClosed, engine.RuleBothClosed, engine.RuleQuietShutdown, engine.RuleShutdownInInit,
			engine.RuleDataAfterClose, engine.RuleCloseNotifyNotOut, engine.RuleWantRead, engine.RuleUnexpectedEOF,
			engine.RuleSilentEOF, engine.RuleConnectionReset, engine.RuleBrokenPipe, engine.RuleWantWrite, engine.RuleBlocks,
		},
		errors: []*engine.Rule{
			engine.RuleSyscallAfterZero, engine.RuleShutdownInInit, engine.RuleDataAfterClose, engine.RuleWantRead,
			engine.RuleUnexpectedEOF, engine.RuleSilentEOF, engine.RuleConnectionReset, engine.RuleBrokenPipe,
			engine.RuleWantWrite, engine.RuleErrorNoted,
		},
		flags: []*engine.Rule{
			engine.RuleSendCloseNotify, engine.RuleQuietShutdown, engine.RuleCloseNotifyReceived, engine.RuleFatalAlertReceived,
			engine.RuleShutdownInInit, engine.RuleDataAfterClose, engine.RuleEOFIgnored, engine.RuleWantRead, engine.RuleUnexpectedEOF, engine.RuleSilentEOF,
		},
		wire: []*engine.Rule{
			engine.RuleCloseNotifyNotOut, engine.RuleSendCloseNotify, engine.RuleQuietShutdown, engine.RuleShutdownInInit, engine.RuleDispatchAgain,
			engine.RuleAwaitCloseNotify, engine.RuleDataAfterClose, engine.RuleAlertGivenUp, engine.RuleBrokenPipe,
		},
		peer: []*engine.Rule{
			engine.RuleCloseNotifyNotOut, engine.RuleSendCloseNotify, engine.RuleQuietShutdown, engine.RuleShutdownInInit,
			engine.RuleDispatchAgain, engine.RuleAwaitCloseNotify, engine.RuleAlertGivenUp,
		},
	},
	{
		has: func(m *moment) bool { return m.verb().ReadsData() || m.verb() == engine.VerbDoHandshake },
		returns: []*engine.Rule{
			engine.RuleReadAfterClose, engine.RuleCloseNotifyReceived, engine.RuleFatalAlertReceived, engine.RuleReadNothing,
			engine.RuleWantRead, engine.RuleUnexpectedEOF, engine.RuleSilentEOF, engine.RuleEOFIgnored, engine.RuleConnectionReset,
			engine.RuleAfterFatalError, engine.RuleReadAfterOwnClose, engine.RuleBadRecordMAC, engine.RuleBadRecordType,
			engine.RuleShortRecord, engine.RuleNoAutoRetry, engine.RuleBlocks,
		},
		errors: []*engine.Rule{
			engine.RuleZeroReturn, engine.RuleWantRead, engine.RuleUnexpectedEOF, engine.RuleSilentEOF, engine.RuleConnectionReset,
			engine.RuleAfterFatalError, engine.RuleFatalAlertReceived, engine.RuleBadRecordMAC, engine.RuleBadRecordType,
			engine.RuleShortRecord, engine.RuleErrorNoted, engine.RuleSyscallWithoutCause,
		},
		flags: []*engine.Rule{
			engine.RuleCloseNotifyReceived, engine.RuleFatalAlertReceived, engine.RuleEOFIgnored, engine.RuleUnexpectedEOF,
			engine.RuleSilentEOF, engine.RuleReadAfterClose, engine.RuleConnectionReset, engine.RuleWantRead,
		},
		wire: []*engine.Rule{
			engine.RuleNoAlertAfterClose, engine.RuleUnexpectedEOF, engine.RuleSilentEOF, engine.RuleBadRecordMAC, engine.RuleBadRecordType, engine.RuleShortRecord,
			engine.RuleCloseNotifyReceived, engine.RuleReadAfterClose, engine.RuleAfterFatalError, engine.RuleWantRead,
		},
	},
	{
		has: func(m *moment) bool { return m.verb().WritesData() },
		returns: []*engine.Rule{
			engine.RuleWriteAfterClose, engine.RuleHalfClose, engine.RuleBadLength, engine.RuleBadWriteRetry, engine.RuleWriteNothing,
			engine.RuleWritePartial, engine.RuleWriteUnfinished, engine.RuleWantWrite, engine.RuleBrokenPipe, engine.RuleAfterFatalError, engine.RuleBlocks,
		},
		errors: []*engine.Rule{
			engine.RuleWriteAfterClose, engine.RuleZeroReturn, engine.RuleBadLength, engine.RuleBadWriteRetry, engine.RuleWantWrite,
			engine.RuleBrokenPipe, engine.RuleAfterFatalError, engine.RuleSyscallWithoutCause,
		},
		wire: []*engine.Rule{
			engine.RuleWriteAfterClose, engine.RuleBadLength, engine.RuleBadWriteRetry, engine.RuleWantWrite, engine.RuleBrokenPipe, engine.RuleHalfClose,
		},
	},
	{
		has:   func(m *moment) bool { return slices.Contains(ending, m.verb()) },
		flags: endRules, wire: endRules, peer: endRules,
	},
	{
		has: func(m *moment) bool { return !m.step.Op.IsCall() },
		peer: []*engine.Rule{
			engine.RuleNetFIN, engine.RuleNetReset, engine.RuleNetBroken, engine.RuleNetTruncate, engine.RuleNetCorrupt, engine.RuleNetInject,
		},
	},
}

// ending are the calls that end an object or a socket, or pretend that.
var ending = []engine.Verb{engine.VerbFree, engine.VerbClose, engine.VerbSetShutdown}

var endRules = []*engine.Rule{
	engine.RuleClose, engine.RuleCloseUnread, engine.RuleCloseAfterReset, engine.RuleFree, engine.RuleSetShutdown, engine.RuleSendCloseNotify,
}

// alike reports whether one rule says so much of what the other says that both might seem right.
func alike(r, right engine.Rule) bool {
	for _, pair := range [...][2]*engine.Rule{
		{engine.RuleShutdownInInit, engine.RuleAfterFatalError},
		{engine.RuleUnexpectedEOF, engine.RuleSilentEOF},
		{engine.RuleSyscallWithoutCause, engine.RuleSilentEOF},
		{engine.RuleSyscallWithoutCause, engine.RuleAfterFatalError},
		{engine.RuleErrorNoted, engine.RuleAfterFatalError},
		{engine.RuleErrorNoted, engine.RuleShutdownInInit},
		{engine.RuleWantWrite, engine.RuleCloseNotifyNotOut},
		{engine.RuleWantWrite, engine.RuleWriteUnfinished},
		{engine.RuleWantRead, engine.RuleBlocks},
		{engine.RuleWantRead, engine.RuleNoAutoRetry},
		{engine.RuleBrokenPipe, engine.RuleCloseNotifyNotOut},
		{engine.RuleCloseUnread, engine.RuleClose},
		{engine.RuleConnectionReset, engine.RuleBrokenPipe},
		{engine.RuleReadAfterClose, engine.RuleZeroReturn},
		{engine.RuleNetReset, engine.RuleNetBroken},
	} {
		if r.Name == pair[0].Name && right.Name == pair[1].Name || r.Name == pair[1].Name && right.Name == pair[0].Name {
			return true
		}
	}
	return false
}
