package site

import (
	"encoding/json"
	"fmt"
)

// The files that are fetched when they are needed.
const (
	labName       = "web/lab.wasm"      // the compiler
	exportName    = "web/export.wasm"   // the program that exports scenarios
	labWorkerName = "web/lab_worker.js" // the worker in which either runs
	shippedName   = "web/programs.bin"  // the shipped programs, compiled
	lessonsName   = "web/lessons.txt"   // the texts of the shipped scenarios
	explainedName = "web/explained.txt" // the explanations of the questions of the lessons
	supportName   = "web/support.txt"   // what programs in C are made of: reproduce.Support
	labFilesName  = "web/lab_files.js"  // what web/lab.js knows of these files, made here
)

// indexName is the file that web/find_box.js fetches.
const indexName = "web/find.json"

// fetchedWhenUsed are the files that not everybody needs: those with which programs are compiled and
// scenarios exported, what programs in C are made of, the index in which lessons are found, and the
// explanations of questions.
var fetchedWhenUsed = []string{labName, exportName, labWorkerName, indexName, explainedName, supportName}

// labFile is what the page knows of a file before it fetches it.
type labFile struct {
	Name      string `json:"name"`
	Size      int    `json:"size"`
	Integrity string `json:"integrity"`
}

// addLabFiles adds a script with names, sizes and digests.
func (a *assets) addLabFiles() error {
	files := map[string]labFile{}
	for key, name := range map[string]string{"compile": labName, "export": exportName, "worker": labWorkerName, "shipped": shippedName, "lessons": lessonsName, "explained": explainedName, "support": supportName} {
		data := a.build[name]
		files[key] = labFile{name, len(data), integrity(data)}
	}
	list, err := json.Marshal(files)
	a.build[labFilesName] = fmt.Appendf(nil, "const labFiles = %s;\n", list)
	return err
}
