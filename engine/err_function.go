package engine

// function is a function in OpenSSL that queues an error: a row of functions. Only releases
// with diffErrorsNameFunctions print it. Errors that only later releases queue have
// noFunction.
type function uint8

// The functions.
const (
	noFunction function = iota

	funcSSLShutdown
	funcSSLWriteInternal
	funcSSLKeyUpdate
	funcSSLRenegotiate
	funcSSLClear
	funcSSL3ReadBytes
	funcSSL3GetRecord
	funcSSL3WriteBytes
	funcSSL3WritePending
	funcTLS1Enc
	funcClientReadTransition
	funcServerReadTransition
	funcEarlyPostProcessClientHello
	funcSSLRead
	funcSSLPeek
	funcSSLWrite
)

// functions is what the headers (sslerr.h, SSL_F_...) and ERR_func_error_string say for
// each function in OpenSSL 1.1.1.
var functions = [...]struct {
	number int
	name   string
}{
	funcSSLShutdown:          {224, "SSL_shutdown"},
	funcSSLWriteInternal:     {524, "ssl_write_internal"},
	funcSSLKeyUpdate:         {515, "SSL_key_update"},
	funcSSLRenegotiate:       {516, "SSL_renegotiate"},
	funcSSLClear:             {164, "SSL_clear"},
	funcSSL3ReadBytes:        {148, "ssl3_read_bytes"},
	funcSSL3GetRecord:        {143, "ssl3_get_record"},
	funcSSL3WriteBytes:       {158, "ssl3_write_bytes"},
	funcSSL3WritePending:     {159, "ssl3_write_pending"},
	funcTLS1Enc:              {401, "tls1_enc"},
	funcClientReadTransition: {417, "ossl_statem_client_read_transition"},
	funcServerReadTransition: {418, "ossl_statem_server_read_transition"},

	funcEarlyPostProcessClientHello: {521, "tls_early_post_process_client_hello"},

	// Of a negative length, which only programs pass.
	funcSSLRead:  {223, "SSL_read"},
	funcSSLPeek:  {270, "SSL_peek"},
	funcSSLWrite: {208, "SSL_write"},
}
