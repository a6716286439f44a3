// Package cc compiles the C of a peer's program to the code of engine/program.
//
// modernc.org/cc/v4 reads the text and finds types; this package checks what that front end
// lets pass, refuses what is not supported, and makes the instructions.
//
// # The language
//
// C11 with the types of x86-64 Linux: char is signed and has 8 bits, int 32, long and
// pointers 64. Refused are floating point, bit-fields, arrays of variable length, function
// pointers, functions with a variable number of arguments, wide characters, characters such
// as 'ab', asm, _Atomic, _Thread_local, __int128, and gcc's extensions: statements in
// expressions, ?: without a middle, ranges of cases, computed goto, nested functions, typeof.
//
// Where C leaves something open, it is as gcc -O0 has it:
//
//   - Operands are evaluated from left to right, except that a variable is read last if it is
//     the left operand of an operator whose operands can change places. Arguments are
//     evaluated from right to left. The place that = assigns to is found before the value; for
//     += and its like, the value is found first if that changes something.
//   - A value that does not fit a narrower signed type loses its upper bits. >> of a negative
//     value copies the sign. An enumeration none of whose constants is negative is unsigned.
//   - sizeof(void) is 1. Unions show the bytes of another member.
//   - Padding is copied with a structure, and is never looked at.
//
// What has no defined result stops the program, with two exceptions: a pointer to an element
// of an array may be moved within the whole object that the array is part of, and a union's
// or object's bytes may be read through a pointer of any type. << of a negative value, or
// of one that would lose bits, is stopped, although gcc defines it.
//
// A variable's value ends with its block: when the block begins again, the variable has none.
//
// # Names
//
// A program may call the functions that program.Functions lists, without declaring them; the
// types of their headers are declared too. Macros for constants, such as SSL_ERROR_SYSCALL or
// EAGAIN, are those of the headers of OpenSSL (in the version that Options names) and of
// glibc. #include of any name is accepted and adds nothing, but for stdbool.h. __LINE__,
// __FILE__ ("program.c"), __func__, __linux__, __GNUC__ and __x86_64__ are defined.
//
// # Limits
//
// 64 KiB of text, 150 levels of brackets, 3,000 symbols in a statement, 4 MiB for an object
// and for all static ones.
package cc
