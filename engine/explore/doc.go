// Package explore walks the states that the engine can reach with small data, a
// fixed alphabet of steps and bounded depth, so that agreement with the library
// does not hang on what random scripts happen to hit upon. Each transition is a
// script, the shortest that takes it; the recordings in conformance/testdata
// have what the library did with every one of them. On each transition the
// promises are checked that a shutdown protocol should keep.
package explore
