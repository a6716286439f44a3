// Package explore walks every state that the engine can reach with small data, a fixed
// set of steps and a bounded number of them, so that agreement with OpenSSL does not
// depend on what random scripts happen to try. Each transition is the last step of a
// shortest script. The recordings in conformance/testdata have what real releases did
// with these scripts. Every transition is also checked against promises that the end of
// a connection should keep.
package explore
