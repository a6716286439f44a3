package engine

import (
	"fmt"
	"strings"

	"closenotify/engine/program"
)

// askErrors answers a query about the error queue, or about the number of an error.
func (v *view) askErrors(call program.Call) (answer program.Result, ok bool) {
	p := &v.world.processes.peers[v.role]
	first, last := uint32(0), uint32(0)
	if n := len(p.errors); n > 0 {
		first, last = v.world.profile.queued(p.errors[0]).Code, v.world.profile.queued(p.errors[n-1]).Code
	}
	switch call.Name {
	case "ERR_clear_error":
		p.errors = nil
	case "ERR_peek_error":
		answer.Ret = int64(first)
	case "ERR_peek_last_error":
		answer.Ret = int64(last)
	case "ERR_get_error":
		answer.Ret = int64(first)
		p.errors = p.errors[min(1, len(p.errors)):]
	default:
		return v.world.profile.askNumber(call)
	}
	return answer, true
}

// askNumber answers a query about the number of an error.
func (p *Profile) askNumber(call program.Call) (answer program.Result, ok bool) {
	if !strings.HasPrefix(call.Name, "ERR_") {
		return answer, false
	}
	e, known := p.errorNumbered(uint64(call.Args[0]))
	if !known && call.Args[0] != 0 {
		return program.Result{Stop: call.Name + " is modelled with the numbers of errors that were queued"}, true
	}
	switch call.Name {
	case "ERR_error_string":
		answer.Text = p.errorString(e)
	case "ERR_error_string_n":
		answer.Text = p.errorString(e)
		if room := call.Args[2]; int64(len(answer.Text)) >= room-1 { // it may not have fitted
			answer.Text = p.shortErrorString(e.Code)
		}
	case "ERR_reason_error_string":
		answer.Text, answer.Null = e.Text, e.Text == "" || p.isSystemCode(e.Code)
	case "ERR_lib_error_string":
		answer.Text, answer.Null = e.Library, e.Library == ""
	case "ERR_GET_LIB":
		lib, _, _ := p.unpack(e.Code)
		answer.Ret = int64(lib)
	case "ERR_GET_REASON":
		_, _, reason := p.unpack(e.Code)
		answer.Ret = int64(reason)
	default:
		return answer, false
	}
	return answer, true
}

// errorNumbered finds an error that the engine can queue by the number that ERR_get_error
// returns.
func (p *Profile) errorNumbered(code uint64) (QueuedError, bool) {
	for r := range reasons {
		for f := range functions {
			if e := p.queued(queueEntry{reason(r), function(f)}); reason(r) != noReason && uint64(e.Code) == code {
				return e, true
			}
			if !p.has(diffErrorsNameFunctions) {
				break // they make no difference
			}
		}
	}
	return QueuedError{}, false
}

// errorString is ERR_error_string of an error, or of 0.
func (p *Profile) errorString(e QueuedError) string {
	switch {
	case e.Code != 0:
		return e.String()
	case p.has(diffErrorsNameFunctions):
		return "error:00000000:lib(0):func(0):reason(0)"
	}
	return "error:00000000:lib(0)::reason(0)"
}

// shortErrorString is what ERR_error_string_n writes if the whole text has no room.
func (p *Profile) shortErrorString(code uint32) string {
	lib, f, reason := p.unpack(code)
	return fmt.Sprintf("err:%x:%x:%x:%x", code, lib, f, reason)
}

// isSystemCode reports whether ERR_reason_error_string has no text for an error because it
// comes from the system.
func (p *Profile) isSystemCode(code uint32) bool {
	return !p.has(diffErrorsNameFunctions) && code&systemFlag != 0
}

// unpack is ERR_GET_LIB, ERR_GET_FUNC and ERR_GET_REASON.
func (p *Profile) unpack(code uint32) (lib, f, reason uint32) {
	switch {
	case p.has(diffErrorsNameFunctions):
		return code >> 24, code >> 12 & 0xFFF, code & 0xFFF
	case code&systemFlag != 0:
		return uint32(libSystem), 0, code &^ systemFlag
	}
	return code >> 23 & 0xFF, 0, code & 0x7FFFFF
}
