package reproduce

var loaded support

func files() support { return loaded }

// UseSupport gives this package the archive that Support has made. It is not in the program
// itself: it would be a large part of it, and few people want C.
func UseSupport(archive []byte) { loaded = parseSupport(archive) }
