package export

// writeScript writes the script in its canonical form, which script.Parse reads back to the same
// script.
func writeScript(p Played) ([]byte, error) { return []byte(p.Script.String()), nil }
