package scenarios

import (
	_ "embed" // one string a file: package embed's file system would add more to the download than the texts
)

// The texts of the shipped scenarios. TestLibraryIsComplete compares this list with
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
	//go:embed library/07-half-close.txt
	halfClose string
	//go:embed library/08-truncation.txt
	truncation string
	//go:embed library/09-quiet-shutdown.txt
	quietShutdown string
	//go:embed library/10-a-forged-close-notify.txt
	aForgedCloseNotify string
	//go:embed library/11-a-session-lost.txt
	aSessionLost string
	//go:embed library/12-waiting-for-the-peer.txt
	waitingForThePeer string
	//go:embed library/13-full-transport.txt
	fullTransport string
	//go:embed library/14-a-write-left-behind.txt
	aWriteLeftBehind string
	//go:embed library/15-reset-by-peer.txt
	resetByPeer string
	//go:embed library/16-lost-with-the-socket.txt
	lostWithTheSocket string

	//go:embed retired/15-reset-by-peer.txt
	firstResetByPeer string
)

// library lists the texts in the order in which they teach: how a shutdown goes, what the two
// directions have to do with it, how a stream ends without close_notify, what happens to the
// session, how non-blocking calls wait, and what sockets do. Links refer to a scenario by its
// number and hold only what is different from it, so a number is never changed or given
// out again, and the steps under it never change: a scenario that gets other steps gets
// another number, and its old text is retired. A new scenario takes the next number.
// The texts are pointers, so that the list is data: to copy an embedded string takes code
// that runs at the start.
var library = [...]struct {
	number int
	name   string
	text   *string
}{
	{1, "client-closes-first", &clientClosesFirst},
	{2, "zero-is-not-an-error", &zeroIsNotAnError},
	{3, "peer-closes", &peerCloses},
	{4, "one-way-close", &oneWayClose},
	{5, "data-after-close-notify", &dataAfterCloseNotify},
	{6, "read-between-shutdowns", &readBetweenShutdowns},
	{8, "half-close", &halfClose},
	{7, "truncation", &truncation},
	{12, "quiet-shutdown", &quietShutdown},
	{14, "a-forged-close-notify", &aForgedCloseNotify},
	{13, "a-session-lost", &aSessionLost},
	{9, "waiting-for-the-peer", &waitingForThePeer},
	{10, "full-transport", &fullTransport},
	{11, "a-write-left-behind", &aWriteLeftBehind},
	{16, "reset-by-peer", &resetByPeer},
	{17, "lost-with-the-socket", &lostWithTheSocket},
}

// retired lists the texts that are shipped no more. Links that were made from them still
// refer to them by their numbers.
var retired = []struct {
	number int
	text   *string
}{
	{15, &firstResetByPeer},
}
