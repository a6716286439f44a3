<?php
// Does ACTION on a TLS connection to PORT and prints the call that shows the outcome, and what it said.
const REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n";

$warnings = [];
set_error_handler(function ($level, $message) use (&$warnings) {
    $warnings[] = "PHP Warning:  $message";
    return true;
});

function say($call, $text)
{
    global $warnings;
    echo "$call\t", $warnings ? implode("\n", $warnings) : $text, "\n";
    exit;
}

[, $port, $action] = $argv;
$context = stream_context_create(['ssl' => ['verify_peer' => false, 'verify_peer_name' => false]]);
$tls = stream_socket_client("tls://127.0.0.1:$port", $code, $text, 5, STREAM_CLIENT_CONNECT, $context);
if ($tls === false) {
    say('stream_socket_client', "returns false, $text");
}
fwrite($tls, REQUEST);

switch ($action) {
case 'read':
    do {
        $data = fread($tls, 4096);
    } while ($data !== false && $data !== '');
    say('fread', 'returns ' . var_export($data, true) . ', and feof ' . var_export(feof($tls), true));
case 'write':
    for ($i = 0; $i < 5 && !$warnings; $i++) {
        usleep(300000);
        $n = fwrite($tls, 'more');
    }
    say('fwrite', 'returns ' . var_export($n, true));
case 'write-after-close':
    stream_socket_enable_crypto($tls, false);
    $n = fwrite($tls, 'more');
    say('fwrite', 'returns ' . var_export($n, true));
case 'close':
    $done = stream_socket_enable_crypto($tls, false);
    sleep(1); // the connection stays open for the peer's answer
    say('stream_socket_enable_crypto', 'returns ' . var_export($done, true));
case 'wait':
    stream_set_blocking($tls, false);
    $data = fread($tls, 4096);
    say('fread', 'returns ' . var_export($data, true) . ', and feof ' . var_export(feof($tls), true));
}
