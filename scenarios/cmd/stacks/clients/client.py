"""Does ACTION on a TLS connection to PORT and prints the call that shows the outcome, and what it said."""
import socket
import ssl
import sys
import time
import traceback

REQUEST = b"GET / HTTP/1.1\r\nHost: localhost\r\n\r\n"


def say(call, text):
    print(call, text, sep="\t")
    sys.exit()


def describe(error):
    return traceback.format_exception_only(error)[-1].strip()


def attempt(call, function, *arguments):
    try:
        return function(*arguments)
    except Exception as error:
        say(call, describe(error))


port, action = int(sys.argv[1]), sys.argv[2]
context = ssl.create_default_context()
context.check_hostname = False
context.verify_mode = ssl.CERT_NONE


def connect(strict=False):
    if strict:
        context.options &= ~ssl.OP_IGNORE_UNEXPECTED_EOF
    tcp = socket.create_connection(("127.0.0.1", port))
    tls = context.wrap_socket(tcp, suppress_ragged_eofs=not strict)
    tls.sendall(REQUEST)
    return tls


tls = attempt("SSLContext.wrap_socket", connect)

if action == "read":
    while data := attempt("SSLSocket.recv", tls.recv, 4096):
        pass
    try:
        tls = connect(strict=True)
        while tls.recv(4096):
            pass
    except Exception as error:
        say("SSLSocket.recv", f"returns {data!r}\nwithout OP_IGNORE_UNEXPECTED_EOF and suppress_ragged_eofs: {describe(error)}")
    say("SSLSocket.recv", f"returns {data!r}")
if action == "write":
    for _ in range(5):
        time.sleep(0.3)
        attempt("SSLSocket.sendall", tls.sendall, b"more")
    say("SSLSocket.sendall", "returns None")
if action == "write-after-close":
    tls.settimeout(0.3)
    try:
        tls.unwrap()
    except TimeoutError:
        pass  # close_notify has been sent
    n = attempt("SSLSocket.send", tls.send, b"more")
    say("SSLSocket.send", f"returns {n!r}")
if action == "close":
    tls.settimeout(2)
    attempt("SSLSocket.unwrap", tls.unwrap)
    say("SSLSocket.unwrap", "returns the plain socket")
if action == "wait":
    tls.setblocking(False)
    say("SSLSocket.recv", repr(attempt("SSLSocket.recv", tls.recv, 4096)))
