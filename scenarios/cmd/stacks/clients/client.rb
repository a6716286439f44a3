# Does ACTION on a TLS connection to PORT and prints the call that shows the outcome, and what it said.
require "socket"
require "openssl"

REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"

def say(call, text)
  puts "#{call}\t#{text}"
  exit
end

def attempt(call)
  yield
rescue StandardError => e
  say(call, "#{e.message} (#{e.class})")
end

port, action = ARGV[0].to_i, ARGV[1]
context = OpenSSL::SSL::SSLContext.new
context.verify_mode = OpenSSL::SSL::VERIFY_NONE
tls = OpenSSL::SSL::SSLSocket.new(TCPSocket.new("127.0.0.1", port), context)
attempt("SSLSocket#connect") { tls.connect }
tls.sync = true
tls.write(REQUEST)

case action
when "read"
  loop { attempt("SSLSocket#readpartial") { tls.readpartial(4096) } }
when "write"
  5.times do
    sleep 0.3
    attempt("SSLSocket#write") { tls.write("more") }
  end
  say("SSLSocket#write", "returns 4")
when "write-after-close"
  tls.close # sends close_notify, and leaves the TCP connection open
  n = attempt("SSLSocket#syswrite") { tls.syswrite("more") }
  say("SSLSocket#syswrite", "returns #{n.inspect}")
when "close"
  first = attempt("SSLSocket#close") { tls.close }
  sleep 0.5
  second = attempt("SSLSocket#close, the second") { tls.close }
  say("SSLSocket#close, twice", "returns #{first.inspect}, then #{second.inspect}")
when "wait"
  data = attempt("SSLSocket#read_nonblock") { tls.read_nonblock(4096) }
  say("SSLSocket#read_nonblock", "returns #{data.inspect}")
end
