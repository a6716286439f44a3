package engine

// maxWarnAlertCount is how many warning alerts in a row are fatal (MAX_WARN_ALERT_COUNT
// in record_local.h).
const maxWarnAlertCount = 5

// noType is what SSL_shutdown asks readBytes for: it wants the alert only, no content.
const noType ContentType = 0

// readBytes is ssl3_read_bytes. It processes records until one of them gives the caller
// something to return. typ is the content type asked for: application data, handshake or
// noType.
func (c *call) readBytes(typ ContentType, n int, peek bool) int {
	ep := c.ep
	if typ != TypeHandshake && ep.state != Established && !ep.statemInHandshake {
		if !c.stateMachine() && !c.leftForAppData {
			return -1
		}
		if c.inMessage {
			if c.inMessage = false; !c.leftForAppData && c.returnsAfterMessage() {
				return -1
			}
		}
	}
	for {
		ep.rwstate = WantNothing
		if !ep.in.hasRecord {
			if ret := c.getRecord(); ret <= 0 {
				return ret
			}
		}
		if ep.shutdown.Has(ReceivedShutdown) {
			return c.dropRecord()
		}
		if ep.in.dropped && c.skipsDropped(typ) {
			c.releaseRecord()
			if typ == TypeApplicationData && n == 0 {
				c.step.fire(RuleReadNothing)
				return 0
			}
			continue
		}
		if ret, again := c.processRecord(typ, n, peek); !again {
			return ret
		}
	}
}

// processRecord takes in the current record, or part of it. It returns what the call
// returns, unless reading goes on with the next record.
func (c *call) processRecord(asked ContentType, n int, peek bool) (ret int, again bool) {
	ep, in := c.ep, &c.ep.in
	typ := in.record.Type
	if typ != TypeAlert {
		in.alertCount = 0
	}
	switch {
	case asked == TypeHandshake && (typ == TypeHandshake || typ == TypeChangeCipherSpec):
		return 1, false
	case asked == TypeApplicationData && typ == asked && in.epoch == 0:
		c.step.fire(RuleUnexpectedMessage)
		c.fatal(UnexpectedMessage, reasonAppDataInHandshake, funcSSL3ReadBytes)
		return -1, false
	case !ep.negotiated && (ep.role == Server || typ != TypeAlert):
		ep.refusedVersion = in.record.headerVersion()
		c.step.fire(RuleUnexpectedMessage)
		c.fatal(UnexpectedMessage, reasonUnexpectedMessage, funcSSL3ReadBytes)
		return -1, false
	case typ == TypeAlert:
		return c.processAlert(asked)
	case asked == TypeHandshake:
		return c.dataInHandshake(), false
	case typ == TypeHandshake:
		return c.readMessage()
	case typ == TypeChangeCipherSpec:
		c.unexpectedMessage()
		return -1, false
	}
	return c.readData(asked, n, peek), false
}

// readData returns bytes of the current record of application data. SSL_shutdown, which
// asks for none and has no place to put them, fails.
func (c *call) readData(asked ContentType, n int, peek bool) int {
	ep := c.ep
	if asked != TypeApplicationData {
		return c.dataAfterClose()
	}
	n = min(n, ep.in.unread)
	switch {
	case n == 0:
		c.step.fire(RuleReadNothing)
	case peek:
		c.step.fire(RulePeek)
	default:
		c.step.fire(RuleRead)
		if ep.shutdown.Has(SentShutdown) {
			c.step.fire(RuleReadAfterOwnClose)
		}
		ep.in.unread -= n
		ep.in.hasRecord = ep.in.unread > 0
	}
	return n
}

// dataAfterClose ends the connection: application data arrives after this peer has sent
// close_notify, in a call that cannot return it.
func (c *call) dataAfterClose() int {
	c.releaseRecord()
	c.step.fire(RuleDataAfterClose)
	c.fatal(noAlert, reasonDataAfterCloseNotify, funcSSL3ReadBytes)
	return -1
}

// dropRecord drops a record that arrives in a handshake after SSL_RECEIVED_SHUTDOWN was
// set.
func (c *call) dropRecord() int {
	in := &c.ep.in
	in.notReleased = c.differs(diffDroppedRecordKept)
	in.hasRecord, in.dropped = !in.notReleased, !in.notReleased
	if in.dropped {
		in.unread = 0
	}
	c.ep.rwstate = WantNothing
	c.step.fire(RuleRecordDropped)
	return 0
}

// readMessage deals with a handshake message that arrives while something else is to be
// read. again is true when reading goes on. If the handshake was left for application data,
// the state machine cannot run again (ssl3_read_internal counts as being in a handshake).
func (c *call) readMessage() (ret int, again bool) {
	ep := c.ep
	switch {
	case c.version == TLS12 && ep.shutdown.Has(SentShutdown):
		c.releaseRecord()
		c.step.fire(RuleMessageDropped)
	case c.leftForAppData:
		c.step.fire(RuleUnexpectedMessage)
		c.fatal(UnexpectedMessage, reasonInternalError, funcSSL3ReadBytes)
		return -1, false
	default:
		ep.state = Init
		if !c.stateMachine() {
			c.inMessage = c.wait != waitNone
			return -1, c.leftForAppData
		}
	}
	if c.returnsAfterMessage() {
		return -1, false
	}
	return 0, true
}

// returnsAfterMessage reports whether the call returns with a retry, because it has
// processed a message that is not application data and SSL_MODE_AUTO_RETRY is off.
func (c *call) returnsAfterMessage() bool {
	if c.ep.mode.has(modeAutoRetry) {
		return false
	}
	c.ep.rwstate = WantReading
	c.readDone(true)
	c.step.fire(RuleNoAutoRetry)
	return true
}

// dataInHandshake is application data where a handshake message must come. Only a client
// that renegotiates and has not read the ServerHello may get it, in SSL_read
// (ossl_statem_app_data_allowed), but not in an SSL_read that has also begun the first
// handshake: SSL_clear forgets that it reads application data (s->s3.in_read_app_data).
func (c *call) dataInHandshake() int {
	ep := c.ep
	if ep.shutdown.Has(SentShutdown) {
		return c.dataAfterClose()
	}
	const atServerHello = 2
	reads := c.verb.ReadsData() && !c.beganHandshake || ep.inReadAppData
	if reads && ep.role == Client && ep.hasRenegotiated && ep.handshakePos == atServerHello {
		c.leftForAppData = true
		return -1
	}
	c.step.fire(RuleUnexpectedMessage)
	c.fatal(UnexpectedMessage, reasonUnexpectedRecord, funcSSL3ReadBytes)
	return -1
}

// releaseRecord ends the current record (ssl_release_record).
func (c *call) releaseRecord() {
	c.ep.in.hasRecord, c.ep.in.unread, c.ep.in.dropped = false, 0, false
}

// skipsDropped reports whether a read skips a record that was dropped: one of the type asked
// for, which for a handshake may be ChangeCipherSpec. It processes any other as an empty
// record.
func (c *call) skipsDropped(asked ContentType) bool {
	typ := c.ep.in.record.Type
	return typ == asked || asked == TypeHandshake && typ == TypeChangeCipherSpec
}
