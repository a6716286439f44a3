// Package link writes and reads links: the fragment of an address, after the #, that
// holds a scenario and the step at which it opens.
//
// A link is made of letters, digits, - and _, with a dot before the step, and ends in a
// letter or a digit, so that programs that look for links in a text take all of it. It
// has one of four forms, which differ in how they begin:
//
//	2…   format 2, which Encode writes
//	3…   format 3, which is only read
//	1…   format 1, which is only read
//	t.…  the readable form, which people and other programs write; see EncodeReadable
//
// All of them are frozen: they do not change any more.
//
// # Format 2
//
// Each character is a digit from 0 to 63, its place in the alphabet of base64url (RFC
// 4648, section 5: A to Z, a to z, 0 to 9, - and _). A number is written in digits of
// five bits, the lowest first, each but the last with 32 added: 3 is D, 100 is kD. It
// has at most 31 bits, and no leading zero digits.
//
//	link    = "2" {section} check ["." step]
//	section = name number characters
//	name    = a letter
//	number  = how many characters follow
//	step    = how many steps have been taken when the scenario opens, in decimal;
//	          left out for 0
//
// Sections are in the order of their names in ASCII, each at most once and none empty. A
// reader passes over a section that it does not know if its name is a small letter. If it
// is a capital, the link means nothing without that section, and the reader says that a
// newer version made it.
//
//	C  the connection
//	P  a shipped scenario (a preset), and how its steps are changed
//	S  steps
//	T  title, summary and narration
//	Z  a script with programs, in place of all the others but d
//	d  the outcomes of the steps
//	e  what calls are expected to return
//
// C is the numbers of profile, version, start and transport, and the size of the
// transport if it has one (engine.LinkCodes). Zeros at its end are left out, and so is C
// if all are 0.
//
// S is the number of steps, and then for each a digit of six bits, aabccc:
//
//	aa   00 client, 01 server, 10 client to server, 11 server to client
//	b    1: the argument follows as a number, with 1 added, so that "all" is 0
//	     0: there is none, or it is that of the last step with the same verb, by
//	     either peer; 100 if there is no such step
//	ccc  the number of the verb (engine.Verb.LinkCode) from 0 to 6; or 7: the number
//	     follows, less 7, before the argument
//
// P is the number of a shipped scenario (scenarios.Scenario.Number), a check sum
// of its steps, and then three numbers for each place at which they are changed:
//
//	how many steps to keep since the place before
//	how many to leave out after them
//	how many of section S to insert there
//
// The steps after the last place are kept. No step that is left out at a place is
// inserted there again. The check sum is the lowest 15 bits of the CRC-32 (IEEE) of what
// section S would be for the shipped scenario by itself. If it does not fit, the steps of
// the shipped scenario have changed since the link was made, and the reader says so.
//
// T is for the texts: a scenario with n steps has n+2, title and summary, the narration
// before each step, and what follows the last step. With P they begin as those of the
// shipped scenario, also for each step that is kept; all others begin empty. T gives
// those that are different. Each is two numbers, how many texts to pass over since the
// one before and how many characters follow, and then its UTF-8 in base64url without
// padding. Its lines are joined by line feeds, and one empty line is a blank. No line has
// hidden characters (script.IsHidden), or white space at its end; the title has none at its
// beginning.
//
// A caption in a narration keeps its list, see package script. e gives the expectations of
// steps, each as T gives a text: how many steps to pass over, how many characters follow,
// and what stands after => in the script, in base64url. It is for all steps, those that P
// keeps included.
//
// Z is a script as a text, in its canonical form (script.Script.String), compressed: how many
// bytes the text has, as a number, and then digits. The texts of programs are in it as they
// are. No step is run: the steps that it stands for are there. Each bit of the text, the
// highest of a byte first, is predicted from what is before it. An arithmetic coder writes it:
// the likelier the bit, the fewer digits it takes. See predictor.go and pack.go; the constants
// there and primer.txt, which the predictor reads before the text, are part of the format.
// After the last digit, zeros follow; no zero is written at the end. A reader refuses digits
// that pack would have written in another way. If it cannot read a text whose check fits, a
// newer version made the link.
//
// The text has at most 16 KiB, in format 3, too: no link may take 50 ms to read. Longer texts, which
// format 3 once allowed, do not open.
//
// The check is 36 bits in six digits, the highest first: 16 bits of digest, 16 of a check
// sum, and four zeros, so the last character is A, Q, g or w. The check sum is the low
// half of the CRC-32 (IEEE) of all characters before the check and of the digest, as two
// bytes, the higher first. The digest is both halves of the CRC-32 of all steps and of what they
// do (appendWhole, in digest.go), one XOR the other. The check does not cover the step.
//
// From the digest the reader sees that the steps have another outcome than on the day the
// link was made, and from d which step has. d has n digits, at most one for each step. Of
// their 6n bits step i of s, from 1 on, has those from ⌊6n(i-1)/s⌋ to ⌊6ni/s⌋, the highest
// first: the highest bits of a hash of the CRC-32 of the steps up to it and of what they do
// (outcomeHash). So each step after a different one is different, too, but for chance. A
// reader names the first that is, and those before it whose bits may be the same by
// chance: fewer than six. How many digits d has is up to the writer; Encode takes as many as
// keep a link short.
//
// The first links of format 2 have no d, and a digest of less (appendOutcome). If they
// have programs, they are of format 3. In those of the first hours the check sum in P is two
// digits, the higher first, of its lowest 12 bits.
//
// A reader refuses a section that Encode would have written in another way, so that each
// meaning is written in one way only, other than in its choice of P and T and in d. That
// choice depends on the shipped texts, which may be improved after a link was made: T may
// have a text that could be left out now, and another shipped scenario might make the link
// shorter.
//
// Once the check fits, a verb, an argument, a scenario or a connection that the reader
// does not know means that a newer version made the link, and so does a number of steps or
// a length of texts that is more than it allows.
//
// # Format 3
//
//	link = "3" Z check ["." step]
//
// It has the characters of section Z, and its digest is that of appendProgramOutcome.
//
// # Format 1
//
// Format 1 is what the first version of the page wrote; format1.go describes it. Such a
// link may have the narration of the scenario that is shipped with the same steps.
//
// # Links stay valid
//
// A link that was given out stays readable. So these never change, and no number among
// them is given out again: all forms with primer.txt, the outcomes in digests, the numbers of
// calls, steps of the network, profiles, versions, starts, transports and shipped scenarios,
// and the steps of a shipped scenario. The order of the words that an argument can be is part
// of links, too: new words are only appended. What is new gets a new number or, if older
// readers may pass over it, a section with a small letter.
//
// A shipped scenario may get better texts, and links to it then open with these. If it gets
// other steps, it also gets another number, and if it is shipped no more, its number stays
// away. In both cases its file moves to scenarios/library/retired, as NUMBER-NAME.txt, where
// links still find it.
//
// testdata has links of every form that was ever written. Tests open all of them, and compare
// their steps, and their texts if these do not come from a shipped scenario, with what they
// were.
package link
