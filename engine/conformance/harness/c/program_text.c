/* Keeps the text of program.h in the binary. */
#define PROGRAM_TEXT
#include "program.h"
