package program

import (
	"strconv"
	"strings"
)

func printf(m *machine, a []int64) int64 {
	text, ok := m.format("printf", a[0], a[1:])
	if ok {
		m.print(text)
	}
	return int64(len(text))
}

func fprintf(m *machine, a []int64) int64 {
	if !m.stream(a[0], "fprintf") {
		return 0
	}
	text, ok := m.format("fprintf", a[1], a[2:])
	if ok {
		m.print(text)
	}
	return int64(len(text))
}

func snprintf(m *machine, a []int64) int64 {
	text, ok := m.format("snprintf", a[2], a[3:])
	if room := a[1]; ok && room != 0 {
		fits := text
		if uint64(len(fits)) >= uint64(room) {
			fits = fits[:room-1]
		}
		m.write(a[0], append(fits[:len(fits):len(fits)], 0))
	}
	return int64(len(text))
}

// A conversion is what stands between % and the letter in a format.
type conversion struct {
	minus, plus, space, sharp, zero bool
	width                           int
	precision                       int // -1 if there is none
	length                          string
	letter                          byte
}

// A formatter works through a format and its arguments.
type formatter struct {
	m        *machine
	function string
	rest     string
	values   []int64
	out      []byte
}

// format returns what printf prints.
func (m *machine) format(function string, pointer int64, values []int64) ([]byte, bool) {
	text, ok := m.cString(pointer, function)
	if !ok {
		return nil, false
	}
	f := formatter{m: m, function: function, rest: text, values: values}
	for f.rest != "" && m.status == Ready {
		before, after, found := strings.Cut(f.rest, "%")
		f.out = append(f.out, before...)
		f.rest = after
		if found {
			f.convert(f.parse())
		}
		if len(f.out) > 2*MaxOutput {
			m.stopf("it printed more than 64 KiB")
		}
	}
	return f.out, m.status == Ready
}

// parse reads a conversion.
func (f *formatter) parse() (c conversion) {
	flags := map[byte]*bool{'-': &c.minus, '+': &c.plus, ' ': &c.space, '#': &c.sharp, '0': &c.zero}
	for f.rest != "" && flags[f.rest[0]] != nil {
		*flags[f.rest[0]] = true
		f.rest = f.rest[1:]
	}
	if c.width = f.number(); c.width < 0 {
		c.minus, c.width = true, -c.width
	}
	c.precision = -1
	if strings.HasPrefix(f.rest, ".") {
		f.rest = f.rest[1:]
		c.precision = max(f.number(), -1)
	}
	for _, length := range []string{"hh", "h", "ll", "l", "z"} {
		if rest, ok := strings.CutPrefix(f.rest, length); ok {
			c.length, f.rest = length, rest
			break
		}
	}
	if f.rest != "" {
		c.letter, f.rest = f.rest[0], f.rest[1:]
	}
	return c
}

// number reads a width or precision, which may be an argument.
func (f *formatter) number() int {
	if rest, ok := strings.CutPrefix(f.rest, "*"); ok {
		f.rest = rest
		return int(int32(f.next()))
	}
	digits := len(f.rest) - len(strings.TrimLeft(f.rest, "0123456789"))
	n, err := strconv.Atoi("0" + f.rest[:digits])
	f.rest = f.rest[digits:]
	if err != nil || n > 1<<30 {
		return 1 << 30
	}
	return n
}

// next takes the next argument.
func (f *formatter) next() int64 {
	if len(f.values) == 0 {
		f.m.stopf("the format of %s asks for more arguments than there are", f.function)
		return 0
	}
	value := f.values[0]
	f.values = f.values[1:]
	return value
}

// convert prints one conversion.
func (f *formatter) convert(c conversion) {
	if c.width > MaxOutput || c.precision > MaxOutput && c.letter != 's' {
		f.m.stopf("it printed more than 64 KiB")
		return
	}
	switch c.letter {
	case '%':
		f.out = append(f.out, '%')
	case 'c':
		f.pad(c, "", "", string([]byte{byte(f.next())}))
	case 's':
		f.text(c)
	case 'd', 'i':
		f.signed(c)
	case 'u', 'x', 'X':
		f.unsigned(c)
	default:
		f.m.stopf("%%%s of %s is not modelled", c.length+string(rune(c.letter)), f.function)
	}
}

func (f *formatter) text(c conversion) {
	pointer := f.next()
	if pointer == 0 {
		f.m.stopf("%%s of NULL")
	}
	if f.m.status != Ready {
		return
	}
	text, _ := f.m.cStringUpTo(pointer, int64(c.precision))
	f.pad(c, "", "", text)
}

// pad prints sign, zeros and digits in a field.
func (f *formatter) pad(c conversion, sign, zeros, digits string) {
	blanks := strings.Repeat(" ", max(c.width-len(sign)-len(zeros)-len(digits), 0))
	if !c.minus {
		f.out = append(f.out, blanks...)
	}
	f.out = append(append(append(f.out, sign...), zeros...), digits...)
	if c.minus {
		f.out = append(f.out, blanks...)
	}
}

// digits prints an integer without its sign.
func (f *formatter) digits(c conversion, sign, digits string) {
	if c.precision == 0 && digits == "0" {
		digits = ""
	}
	least := c.precision
	if c.precision < 0 && c.zero && !c.minus {
		least = c.width - len(sign)
	}
	f.pad(c, sign, strings.Repeat("0", max(least-len(digits), 0)), digits)
}

func (f *formatter) signed(c conversion) {
	x := f.next()
	switch c.length {
	case "hh":
		x = int64(int8(x))
	case "h":
		x = int64(int16(x))
	case "":
		x = int64(int32(x))
	}
	sign := ""
	digits := strconv.FormatInt(x, 10)
	switch {
	case x < 0:
		sign, digits = "-", digits[1:]
	case c.plus:
		sign = "+"
	case c.space:
		sign = " "
	}
	f.digits(c, sign, digits)
}

func (f *formatter) unsigned(c conversion) {
	x := uint64(f.next())
	switch c.length {
	case "hh":
		x = uint64(uint8(x))
	case "h":
		x = uint64(uint16(x))
	case "":
		x = uint64(uint32(x))
	}
	digits, sign := strconv.FormatUint(x, 10), ""
	if c.letter != 'u' {
		digits = strconv.FormatUint(x, 16)
		if c.sharp && x != 0 {
			sign = "0x"
		}
	}
	if c.letter == 'X' {
		digits, sign = strings.ToUpper(digits), strings.ToUpper(sign)
	}
	f.digits(c, sign, digits)
}
