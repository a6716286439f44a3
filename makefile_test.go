package closenotify

import (
	"os"
	"os/exec"
	"regexp"
	"strings"
	"testing"
)

func TestMakeHelpListsWhatTheReadmeNames(t *testing.T) {
	help, err := exec.Command("make", "help").CombinedOutput()
	if err != nil {
		t.Fatalf("make help: %v\n%s", err, help)
	}
	readme, err := os.ReadFile("README.md")
	if err != nil {
		t.Fatal(err)
	}
	named := regexp.MustCompile("(?m)(?:^    |`)(make [a-z-]+)").FindAllSubmatch(readme, -1)
	if len(named) == 0 {
		t.Fatal("README.md names no target")
	}
	for _, match := range named {
		if !regexp.MustCompile(`(?m)^` + string(match[1]) + ` .*\w`).Match(help) {
			t.Errorf("make help does not list %q, which README.md names:\n%s", match[1], help)
		}
	}
}

func TestAWrongTargetNamesMakeHelp(t *testing.T) {
	out, err := exec.Command("make", "no-such-target").CombinedOutput()
	if err == nil || !strings.Contains(string(out), "make help") {
		t.Errorf("make no-such-target: %v\n%s", err, out)
	}
}
