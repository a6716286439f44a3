package main

import (
	"crypto/ecdsa"
	"crypto/elliptic"
	"crypto/rand"
	"crypto/tls"
	"crypto/x509"
	"crypto/x509/pkix"
	"encoding/pem"
	"io/fs"
	"math/big"
	"os"
	"path/filepath"
	"time"
)

// workplace makes a directory with the clients, a certificate and its key.
func workplace() (dir string, certificate tls.Certificate, err error) {
	if dir, err = os.MkdirTemp("", "stacks"); err != nil {
		return dir, certificate, err
	}
	programs, err := fs.Sub(clients, "clients")
	if err != nil {
		return dir, certificate, err
	}
	if err = os.CopyFS(dir, programs); err != nil {
		return dir, certificate, err
	}
	chain, key, err := selfSigned()
	if err != nil {
		return dir, certificate, err
	}
	if err = os.WriteFile(filepath.Join(dir, "certificate.pem"), chain, 0o600); err != nil {
		return dir, certificate, err
	}
	if err = os.WriteFile(filepath.Join(dir, "key.pem"), key, 0o600); err != nil {
		return dir, certificate, err
	}
	certificate, err = tls.X509KeyPair(chain, key)
	return dir, certificate, err
}

// selfSigned makes a certificate that nobody checks.
func selfSigned() (certificate, key []byte, err error) {
	private, err := ecdsa.GenerateKey(elliptic.P256(), rand.Reader)
	if err != nil {
		return nil, nil, err
	}
	about := &x509.Certificate{SerialNumber: big.NewInt(1), NotAfter: time.Now().Add(time.Hour), DNSNames: []string{"localhost"}, Subject: pkix.Name{CommonName: "localhost"}}
	der, err := x509.CreateCertificate(rand.Reader, about, about, &private.PublicKey, private)
	if err != nil {
		return nil, nil, err
	}
	bits, err := x509.MarshalPKCS8PrivateKey(private)
	if err != nil {
		return nil, nil, err
	}
	return pem.EncodeToMemory(&pem.Block{Type: "CERTIFICATE", Bytes: der}),
		pem.EncodeToMemory(&pem.Block{Type: "PRIVATE KEY", Bytes: bits}), nil
}
