package export

import "closenotify/engine/export/reproduce"

// writeC writes a program in C that plays the script with the real libssl.
func writeC(p Played) ([]byte, error) { return reproduce.C(p.Script) }
