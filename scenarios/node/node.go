// Package node runs scripts of the page in Node.js, for tests.
package node

import (
	"bytes"
	"encoding/json"
	"os"
	"os/exec"
	"path/filepath"
	"testing"
)

// web is the folder of the scripts, for tests of packages two folders below the root.
const web = "../../web"

// Run runs the named scripts of the folder web and then a program, as one script. The program has
// data in the constant data, as JSON brings it there, and gives its result to done, which is decoded
// into result. Whatever fails ends the test.
func Run(t testing.TB, scripts []string, program string, data, result any) {
	t.Helper()
	in, err := json.Marshal(data)
	if err != nil {
		t.Fatal(err)
	}
	var text bytes.Buffer
	for _, name := range scripts {
		source, err := os.ReadFile(filepath.Join(web, filepath.FromSlash(name)))
		if err != nil {
			t.Fatal(err)
		}
		text.Write(source)
	}
	text.WriteString(`
		const data = JSON.parse(require("fs").readFileSync(0, "utf8"));
		const done = (value) => process.stdout.write(JSON.stringify(value));
	` + program)
	node := exec.Command("node", "-e", text.String())
	node.Stdin, node.Stderr = bytes.NewReader(in), os.Stderr
	out, err := node.Output()
	if err != nil {
		t.Fatalf("node: %v", err)
	}
	if err := json.Unmarshal(out, result); err != nil {
		t.Fatalf("%v: %s", err, out)
	}
}
