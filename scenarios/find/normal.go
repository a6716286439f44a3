package find

import (
	"regexp"
	"strconv"
	"strings"
)

// What Normal changes, in this order. web/find.js has the same list.
var changes = []struct {
	pattern *regexp.Regexp
	with    string
}{
	{regexp.MustCompile("\x1b\\[[0-9;]*m"), ""},                                     // colours of a terminal
	{regexp.MustCompile(`&(#[0-9]+|[a-z]+);`), " "},                                 // characters as HTML writes them
	{regexp.MustCompile(`\\[nrt]`), " "},                                            // ends of lines in JSON
	{regexp.MustCompile(`_ssl\.c:(1[5-9]|2[0-9])[0-9][0-9]\b`), " pythonio "},       // a place in Python: its read and write
	{regexp.MustCompile(`_ssl\.c:([4-9]|1[0-4])[0-9][0-9]\b`), " pythonhandshake "}, // its handshake
	{regexp.MustCompile(`_ssl\.c:[0-9]+`), " "},                                     // another
	{regexp.MustCompile(`gems/openssl-[0-9]`), " "},                                 // the release of Ruby's own package
	// Systems in languages without Latin letters say these two most often.
	{regexp.MustCompile(`远程主机强迫关闭|连接被对[端方]重[设置]|强制切断|разорвано другой стороной|принудительно разорвал|강제로 끊|強制的に切断`), " connection reset "},
	{regexp.MustCompile(`断开的管道|Обрыв канала`), " broken pipe "},
	{regexp.MustCompile(`[^\x00-\x7f]`), " "},                                       // quotation marks, arrows
	{regexp.MustCompile(`(://[^/\x00- ]+|GET |PUT |POST )/[^\x00- "'<>)]+`), "$1 "}, // the path in an address
	{regexp.MustCompile(`([a-z])([A-Z])`), "$1 $2"},                                 // SSLZeroReturn|Error
	{regexp.MustCompile(`([A-Z])([A-Z][a-z])`), "$1 $2"},                            // SSL|Zero
}

var (
	// A minus sign belongs to a number if nothing stands before it.
	afterWord = regexp.MustCompile(`([a-z0-9])-`)
	aWord     = regexp.MustCompile(`-[0-9]+|[a-z0-9]+`)
	isCode    = regexp.MustCompile(`^(0x)?[0-9a-f]{7,8}$`)
	isDecimal = regexp.MustCompile(`^[0-9]{9}$`)
	// A word that is learned, and its ending.
	aLearnedWord = regexp.MustCompile(`^[a-z]{3,}$`)
	ending       = regexp.MustCompile(`^([a-z]{3,}?)(ations?|ings?|edly|ed|ers?|es|s|ly|e)$`)
)

// maxText is how much of a text is looked at.
const maxText = 20_000

// Normal makes a text comparable: words in lower case with one blank around each, without
// punctuation. The packed number of an error is followed by the words that it stands for.
func (x *Index) Normal(text string) string {
	normal, _ := x.normal(text)
	return normal
}

// normal is Normal, and words about the text: that it is short, and one for each form of a
// packed number that it has.
func (x *Index) normal(text string) (normal, forms string) {
	if runes := []rune(text); len(runes) > maxText {
		text = string(runes[:maxText])
	}
	for _, c := range changes {
		text = c.pattern.ReplaceAllString(text, c.with)
	}
	text = afterWord.ReplaceAllString(strings.ToLower(text), "$1 ")
	var b strings.Builder
	b.WriteByte(' ')
	words := aWord.FindAllString(text, -1)
	if len(words) <= maxFew {
		forms = fewWords + " "
	}
	for _, word := range words {
		b.WriteString(word + " ")
		if form, said := x.code(word); said != "" {
			b.WriteString(said + " ")
			forms += form + " "
		}
	}
	normal = b.String()
	for _, join := range x.Joins {
		normal = strings.ReplaceAll(normal, join[0], join[1])
	}
	return normal, forms
}

// code is what the packed number of an error says, and the form of the number; "" if the word
// is none. OpenSSL 3 packs the library and the reason, earlier releases the function between
// them, and system errors have errno for a reason.
func (x *Index) code(word string) (form, said string) {
	base := 16
	switch {
	case isDecimal.MatchString(word):
		base = 10
	case !isCode.MatchString(word):
		return "", ""
	}
	n, err := strconv.ParseInt(strings.TrimPrefix(word, "0x"), base, 64)
	if err != nil {
		return "", ""
	}
	if n>>31 == 1 { // ERR_SYSTEM_FLAG
		return newForm, x.Codes[codeKey(2, n&(1<<31-1))]
	}
	if said := x.said(n>>23, n&(1<<23-1)); said != "" {
		return newForm, said
	}
	return oldForm, x.said(n>>24, n&0xFFF)
}

// said is what a reason of a library says. A library may have words for all others of its reasons.
func (x *Index) said(library, reason int64) string {
	if said := x.Codes[codeKey(library, reason)]; said != "" {
		return said
	}
	return x.Codes[strconv.FormatInt(library, 10)+".*"]
}

// What is said about a text, as words of a normal text: the forms of packed numbers, and that
// there is hardly more than a name, such as SSL_CTX_set_num_tickets.
const (
	newForm  = "codenew"
	oldForm  = "codeold"
	fewWords = "fewwords"
	maxFew   = 5
)

// codeKey is the key of an error in Index.Codes.
func codeKey(library, reason int64) string {
	return strconv.FormatInt(library, 10) + "." + strconv.FormatInt(reason, 10)
}
