package cc

import (
	_ "embed"
	"fmt"
	"regexp"
	"strconv"
	"strings"
)

// predefined and builtin are what the front end cannot do without.
const (
	predefined = "int __predefined_declarator;\n"
	builtin    = `
typedef unsigned long __predefined_size_t;
typedef int __predefined_wchar_t;
typedef long __predefined_ptrdiff_t;
#define __STDC__ 1
#define __STDC_VERSION__ 201112L
#define __STDC_HOSTED__ 1
#define __GNUC__ 12
#define __linux__ 1
#define __linux 1
#define __unix__ 1
#define __x86_64__ 1
#define __LP64__ 1
#define __CHAR_BIT__ 8
#define __FUNCTION__ __func__
#define __extension__
`
)

// library declares the functions, types and macros that programs may use.
//
//go:embed library.h
var library string

// constantTable has the constants of the library's and the system's headers, one a line.
//
//go:embed constants.txt
var constantTable string

var word = regexp.MustCompile(`[A-Za-z_]\w*`)

// constants returns the definitions of the constants that a text names, with the values that
// they have in a version of the library.
func constants(text string, version uint32) string {
	var b strings.Builder
	done := map[string]bool{}
	table := constantValues(version)
	for _, name := range word.FindAllString(text, -1) {
		if value, ok := table[name]; ok && !done[name] {
			done[name] = true
			b.WriteString("#define " + name + " " + value + "\n")
		}
	}
	return b.String()
}

// constantValues reads the table.
func constantValues(version uint32) map[string]string {
	values := map[string]string{"OPENSSL_VERSION_NUMBER": fmt.Sprintf("%dL", version)}
	if version>>28 >= 3 {
		values["OPENSSL_VERSION_MAJOR"] = fmt.Sprint(version >> 28)
		values["OPENSSL_VERSION_MINOR"] = fmt.Sprint(version >> 20 & 0xff)
		values["OPENSSL_VERSION_PATCH"] = fmt.Sprint(version >> 4 & 0xff)
	}
	for line := range strings.Lines(constantTable) {
		fields := strings.Fields(line)
		if len(fields) < 2 || fields[0] == "#" {
			continue
		}
		if len(fields) > 2 && version < versionNumber(fields[2]) || len(fields) > 3 && version >= versionNumber(fields[3]) {
			continue
		}
		values[fields[0]] = fields[1]
	}
	return values
}

func versionNumber(text string) uint32 {
	n, _ := strconv.ParseUint(text, 0, 32)
	return uint32(n)
}
