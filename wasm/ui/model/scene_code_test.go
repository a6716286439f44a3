package model

import (
	"strings"
	"testing"
)

func TestCodePanel(t *testing.T) {
	m, _ := rowsOf(t, "client SSL_set_shutdown SENT|RECEIVED", "client SSL_set_shutdown 0", "client SSL_set_quiet_shutdown 1", "c2s hold", "server SSL_read 5")
	var got []string
	for _, l := range SceneOf(do(t, m, "pane code")).Panels.Code.Lines {
		got = append(got, strings.TrimSpace(l.Text+" /* "+l.Comment+" */"))
	}
	want := []string{
		"SSL_set_shutdown(client, SSL_SENT_SHUTDOWN | SSL_RECEIVED_SHUTDOWN); /*  */",
		"SSL_set_shutdown(client, 0); /*  */",
		"SSL_set_quiet_shutdown(client, 1); /*  */",
		"/* c2s hold */",
		"ret = SSL_read(server, buf, 5); /* -1, SSL_get_error(server, ret) == SSL_ERROR_WANT_READ */",
	}
	if strings.Join(got, "\n") != strings.Join(want, "\n") {
		t.Errorf("got\n%s", strings.Join(got, "\n"))
	}
}
