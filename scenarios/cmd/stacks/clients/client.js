// Does ACTION on a TLS connection to PORT and prints the call or event that shows the outcome, and what it said.
const tls = require('node:tls')

const REQUEST = 'GET / HTTP/1.1\r\nHost: localhost\r\n\r\n'
const [port, action] = process.argv.slice(2)

function say(call, text) {
  console.log(`${call}\t${text}`)
  process.exit()
}

function fail(call, e) {
  say(call, `${e.name}: ${e.message.trim()}${e.code ? `, code: '${e.code}'` : ''}`)
}

const events = []
const socket = tls.connect({ port, host: '127.0.0.1', rejectUnauthorized: false }, act)
socket.on('error', (e) => fail("event 'error'", e))
socket.on('data', () => events.push("'data'"))
socket.on('end', () => events.push("'end'"))
socket.on('close', (failed) => {
  if (action !== 'write') say('events', [...events, `'close' with hadError ${failed}`].join(', '))
})

function act() {
  socket.write(REQUEST)
  if (action === 'write') {
    let writes = 0
    setInterval(() => {
      socket.write('more', (e) => {
        if (e) fail('socket.write, called back', e)
        if (++writes === 5) say('socket.write', 'is called back without an error')
      })
    }, 300)
  }
  if (action === 'write-after-close') {
    socket.end(() => socket.write('more'))
  }
  if (action === 'close') {
    socket.end()
    setTimeout(() => say('events after socket.end()', events.join(', ') || 'none in 4 seconds'), 4000)
  }
  if (action === 'wait') {
    socket.setTimeout(1000, () => say("event 'timeout'", "'timeout', without an error"))
  }
}
