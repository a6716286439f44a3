package engine

// maxWarnAlertCount is how many warning alerts in a row are fatal (MAX_WARN_ALERT_COUNT
// in record_local.h).
const maxWarnAlertCount = 5

// noType is what SSL_shutdown asks readBytes for: it wants the alert only, no content.
const noType RecordType = 0

// readBytes is ssl3_read_bytes. It processes records until one of them gives the caller
// something to return. typ is the content type asked for: application data, handshake or
// noType.
func (c *call) readBytes(typ RecordType, n int, peek bool) int {
	ep := c.ep
	if typ != TypeHandshake && ep.state != Established && !ep.statemInHandshake {
		if ret := c.stateMachine(); ret <= 0 && !c.leftForAppData {
			return -1
		}
	}
	for {
		ep.want = WantNothing
		if !ep.in.hasRecord {
			if ret := c.getRecord(); ret <= 0 {
				return ret
			}
		}
		if ep.flags.Has(Received) {
			return c.dropRecord()
		}
		if ep.in.dropped {
			ep.in.hasRecord, ep.in.dropped = false, false
			continue
		}
		if ret, again := c.processRecord(typ, n, peek); !again {
			return ret
		}
	}
}

// processRecord takes in the current record, or part of it. It gives what the call
// returns, unless reading goes on with the next record.
func (c *call) processRecord(asked RecordType, n int, peek bool) (ret int, again bool) {
	in := &c.ep.in
	if in.record.Type == TypeAlert {
		return c.processAlert()
	}
	in.alertCount = 0
	switch typ := in.record.Type; {
	case asked == TypeHandshake && typ != TypeApplicationData:
		return 1, false
	case asked == TypeHandshake:
		return c.dataInHandshake(), false
	case typ == TypeHandshake:
		return c.readMessage()
	case typ == TypeChangeCipherSpec:
		return c.unexpectedMessage(), false
	}
	return c.readData(asked, n, peek), false
}

// readData returns bytes of the current record of application data. After the peer's own
// close_notify there must be none: SSL_shutdown, which asks for nothing, has no place to
// put them.
func (c *call) readData(asked RecordType, n int, peek bool) int {
	ep := c.ep
	if asked != TypeApplicationData {
		ep.in.hasRecord, ep.in.unread = false, 0
		c.step.fire(RuleDataAfterClose)
		c.fatal(noAlert, reasonDataAfterClose)
		return -1
	}
	n = min(n, ep.in.unread)
	switch {
	case n == 0:
		c.step.fire(RuleReadNothing)
	case peek:
		c.step.fire(RulePeek)
	default:
		c.step.fire(RuleRead)
		if ep.flags.Has(Sent) {
			c.step.fire(RuleReadAfterOwnClose)
		}
		ep.in.unread -= n
		ep.in.hasRecord = ep.in.unread > 0
	}
	return n
}

// dropRecord drops a record that arrives in a handshake after SSL_RECEIVED_SHUTDOWN was
// set.
func (c *call) dropRecord() int {
	in := &c.ep.in
	in.notReleased = c.profile.has(diffKeepsDroppedRecord)
	in.hasRecord, in.unread, in.dropped = !in.notReleased, 0, !in.notReleased
	c.ep.want = WantNothing
	c.step.fire(RuleRecordDropped)
	return 0
}
