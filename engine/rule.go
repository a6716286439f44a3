package engine

// RuleID names a Rule. The numbers may change; Name does not.
type RuleID uint8

// Rule is one branch of the library's logic, or of the network's, that a person
// can ask about.
type Rule struct {
	ID       RuleID
	Name     string // a slug that stays, "send-close-notify"
	Sentence string // what happened, in one sentence or two
	Man      string // the manual page and its section, "" for a network rule
	RFC      string // the RFC and its section, "" where no RFC speaks of it
	Advice   string // what the application should do next, "" where there is nothing to say
}

// Rules lists all rules.
func Rules() []Rule { return append([]Rule(nil), rules[1:]...) }

// The rules, in the order in which a call can meet them.
const (
	RuleFreed RuleID = iota + 1

	// SSL_shutdown
	RuleInInit
	RuleQuiet
	RuleSendCloseNotify
	RuleCloseBlocked
	RuleDispatchAgain
	RuleAwaitCloseNotify
	RuleBothClosed
	RuleHalfClosed
	RuleSyscallAfterZero

	// alerts on their way out
	RuleAlertBehindData
	RuleAlertRetried
	RuleAlertGivenUp
	RuleNoAlertAfterClose

	// SSL_write
	RuleWriteAfterClose
	RuleBadLength
	RuleBadWriteRetry
	RuleWriteRetried
	RuleWritePartial
	RuleWriteNothing
	RuleWriteDone
	RuleHalfClose

	// SSL_read and SSL_peek
	RuleReadAfterClose
	RuleRead
	RulePeek
	RuleReadNothing
	RuleReadAfterOwnClose
	RuleDataAfterClose
	RuleCloseNotifyReceived
	RuleFatalAlertReceived
	RuleTooManyWarnings
	RuleZeroReturn

	// the transport under the library
	RuleWantRead
	RuleWantWrite
	RuleUnexpectedEOF
	RuleSilentEOF
	RuleReset
	RuleBroken

	// messages behind the handshake
	RuleNothingToDo
	RuleKeyUpdateMarked
	RuleKeyUpdateRefused
	RuleSendKeyUpdate
	RuleKeyUpdateReceived
	RuleTicketReceived
	RuleNoAutoRetry

	// the handshake
	RuleHandshakeBegins
	RuleSendHello
	RuleSendFlight
	RuleSendFinished
	RuleFlush
	RuleSendTicket
	RuleTicketLost
	RuleResume
	RuleHandshakeDone
	RuleUnexpectedMessage
	RuleRecordDropped
	RuleMessageDropped

	// a second handshake, and reuse
	RuleRenegotiateMarked
	RuleRenegotiateRefused
	RuleRenegotiationBegins
	RuleRenegotiationRefused
	RuleSendHelloRequest
	RuleHelloRequestReceived
	RuleClear
	RuleClearFails

	// records that cannot be accepted
	RuleBadRecordType
	RuleBadHeader
	RuleShortRecord
	RuleBadMAC

	// after a fatal error
	RuleDead
	RuleSyscallNoCause

	// flags, sessions, the end of the object
	RuleSetShutdown
	RuleSetQuiet
	RuleIgnoreEOF
	RuleEOFIgnored
	RuleClearAutoRetry
	RuleKeepErrors
	RuleSessionDropped
	RuleSessionKept
	RuleFree

	// a blocking BIO
	RuleSetNbio
	RuleBlocks
	RuleBlocked
	RuleGoesOn
	RuleDeadlock

	// the socket
	RuleClose
	RuleCloseUnread
	RuleClosedAlready
	RuleBadDescriptor
	RuleVanish
	RuleResetArrives

	// the network
	RuleHold
	RuleDeliver
	RuleCapacity
	RuleFIN
	RuleNetworkReset
	RuleNetworkBroken
	RuleTruncate
	RuleCorrupt
	RuleInject

	ruleCount
)

// rules is the table, built from its parts so that each stays readable.
var rules = buildRules(shutdownRules, writeRules, readRules, messageRules, handshakeRules, transportRules, stateRules, blockingRules, socketRules, networkRules)

// buildRules lays the parts out by number.
func buildRules(parts ...[]Rule) []Rule {
	table := make([]Rule, ruleCount)
	for _, part := range parts {
		for _, r := range part {
			table[r.ID] = r
		}
	}
	return table
}
