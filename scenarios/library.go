package scenarios

import (
	_ "embed" // one string a file: a file system would cost the client's download more than the texts
)

// The texts of the shipped scenarios. TestLibraryIsTold holds this list against
// the folder.
var (
	//go:embed library/01-client-closes-first.txt
	clientClosesFirst string
	//go:embed library/02-zero-is-not-an-error.txt
	zeroIsNotAnError string
	//go:embed library/03-peer-closes.txt
	peerCloses string
	//go:embed library/04-one-way-close.txt
	oneWayClose string
	//go:embed library/05-data-after-close-notify.txt
	dataAfterCloseNotify string
	//go:embed library/06-read-between-shutdowns.txt
	readBetweenShutdowns string
	//go:embed library/07-truncation.txt
	truncation string
	//go:embed library/08-half-close.txt
	halfClose string
	//go:embed library/09-waiting-for-the-peer.txt
	waitingForThePeer string
	//go:embed library/10-full-transport.txt
	fullTransport string
	//go:embed library/11-a-write-left-behind.txt
	aWriteLeftBehind string
	//go:embed library/12-quiet-shutdown.txt
	quietShutdown string
	//go:embed library/13-a-session-lost.txt
	aSessionLost string
	//go:embed library/14-a-forged-close-notify.txt
	aForgedCloseNotify string
	//go:embed library/15-reset-by-peer.txt
	resetByPeer string
)

// libraryTexts lists them by name, in the order in which they are best learned
// from.
var libraryTexts = []struct {
	name string
	text *string
}{
	{"client-closes-first", &clientClosesFirst},
	{"zero-is-not-an-error", &zeroIsNotAnError},
	{"peer-closes", &peerCloses},
	{"one-way-close", &oneWayClose},
	{"data-after-close-notify", &dataAfterCloseNotify},
	{"read-between-shutdowns", &readBetweenShutdowns},
	{"truncation", &truncation},
	{"half-close", &halfClose},
	{"waiting-for-the-peer", &waitingForThePeer},
	{"full-transport", &fullTransport},
	{"a-write-left-behind", &aWriteLeftBehind},
	{"quiet-shutdown", &quietShutdown},
	{"a-session-lost", &aSessionLost},
	{"a-forged-close-notify", &aForgedCloseNotify},
	{"reset-by-peer", &resetByPeer},
}
