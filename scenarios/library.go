package scenarios

import (
	_ "embed" // one string a file: package embed's file system would add more to the download than the texts
)

// The texts of the shipped scenarios. TestLibraryIsComplete compares this list with
// the folder.
var (
	//go:embed library/client-closes-first/script.txt
	clientClosesFirst string
	//go:embed library/zero-is-not-an-error/script.txt
	zeroIsNotAnError string
	//go:embed library/peer-closes/script.txt
	peerCloses string
	//go:embed library/one-way-close/script.txt
	oneWayClose string
	//go:embed library/data-after-close-notify/script.txt
	dataAfterCloseNotify string
	//go:embed library/read-between-shutdowns/script.txt
	readBetweenShutdowns string
	//go:embed library/half-close/script.txt
	halfClose string
	//go:embed library/truncation/script.txt
	truncation string
	//go:embed library/quiet-shutdown/script.txt
	quietShutdown string
	//go:embed library/a-forged-close-notify/script.txt
	aForgedCloseNotify string
	//go:embed library/a-session-lost/script.txt
	aSessionLost string
	//go:embed library/waiting-for-the-peer/script.txt
	waitingForThePeer string
	//go:embed library/full-transport/script.txt
	fullTransport string
	//go:embed library/a-write-left-behind/script.txt
	aWriteLeftBehind string
	//go:embed library/reset-by-peer/script.txt
	resetByPeer string
	//go:embed library/lost-with-the-socket/script.txt
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
