#include "program_build.h"

#include <dlfcn.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "fail.h"

/* The text of program.h: see program_text.c. */
extern const char program_text[], program_text_end[];

/* Where the library's headers are, if not where the compiler finds them: "-IDIR…". */
#ifndef PROGRAM_FLAGS
#define PROGRAM_FLAGS ""
#endif

/* What gcc only warns of is no error, other than a function or type that is not declared. */
#define COMPILER                                                        \
    "LC_ALL=C gcc -std=gnu11 -O0 -fPIC -D_GNU_SOURCE -DPROGRAM "        \
    "-Werror=implicit-function-declaration -Werror=implicit-int " PROGRAM_FLAGS

/* A program that was compiled. */
struct built {
    char *text;
    char path[64];
    struct built *next;
};

static struct built *all;
static char folder[32]; /* "" before the first program */

/* Runs when the harness ends. */
static void remove_folder(void)
{
    char command[64];

    snprintf(command, sizeof command, "rm -rf %s", folder);
    if (system(command) != 0)
        fprintf(stderr, "harness: cannot remove %s\n", folder);
}

static FILE *open_file(const char *name, const char *mode)
{
    char path[64];
    FILE *f;

    snprintf(path, sizeof path, "%s/%s", folder, name);
    f = fopen(path, mode);
    if (f == NULL)
        fail("cannot open a file for a program");
    return f;
}

static void write_file(const char *name, const char *text, size_t size)
{
    FILE *f = open_file(name, "w");

    if (fwrite(text, 1, size, f) != size || fclose(f) != 0)
        fail("cannot write a file for a program");
}

/* Runs the compiler in the folder. Reports whether it has accepted everything. */
static bool compile(const char *arguments)
{
    char command[1024];

    snprintf(command, sizeof command, "cd %s && " COMPILER " %s 2>errors", folder, arguments);
    return system(command) == 0;
}

/*
 * unit.c is the program, with program.h in front and the list of the functions in which it
 * may start behind it. That list is empty at first. program.h is compiled once.
 */
static void make_folder(void)
{
    static const char unit[] = "#include \"program.h\"\n"
                               "#include \"program.c\"\n"
                               "#include \"starts.h\"\n";

    strcpy(folder, "/tmp/close_notify-XXXXXX");
    if (mkdtemp(folder) == NULL || atexit(remove_folder) != 0)
        fail("cannot make a folder for programs");
    write_file("program.h", program_text, (size_t)(program_text_end - program_text));
    write_file("unit.c", unit, strlen(unit));
    if (!compile("-x c-header program.h"))
        fail("cannot compile the header of programs");
}

/* Finds the first error of the compiler: "LINE:COLUMN: error: what". */
static void first_error(char *why, size_t size)
{
    FILE *f = open_file("errors", "r");
    char line[512];

    snprintf(why, size, "not accepted by the compiler");
    while (fgets(line, sizeof line, f) != NULL)
        if (strstr(line, "error:") != NULL) {
            line[strcspn(line, "\n")] = '\0';
            snprintf(why, size, "%s", strncmp(line, "program.c:", 10) == 0 ? line + 10 : line);
            break;
        }
    fclose(f);
}

/*
 * Finds the name of the function in a line that gcc's -aux-info has for a definition in the
 * program: "/ * program.c:3:NF * / static int f (SSL *ssl); …". Returns NULL for any other.
 */
static char *defined_function(char *line)
{
    char *end, *name;

    if (strncmp(line, "/* program.c:", 13) != 0 || (name = strstr(line, "F */ ")) == NULL ||
        (end = strstr(name, " (")) == NULL)
        return NULL;
    *end = '\0';
    while (end[-1] != ' ' && end[-1] != '*')
        end--;
    return *end != '\0' ? end : NULL;
}

/* Writes starts.h, with main and then the other functions, the last one first. */
static void write_starts(void)
{
    FILE *aux = open_file("aux", "r"), *to;
    char *line = NULL, *names[1024];
    size_t room = 0;
    int count = 0;

    while (getline(&line, &room, aux) >= 0) {
        char *name = defined_function(line);

        if (name != NULL && count < 1024 && (names[count++] = strdup(name)) == NULL)
            fail("out of memory");
    }
    free(line);
    fclose(aux);
    to = open_file("starts.h", "w");
    fputs("const struct program_start program_starts[] = {\n", to);
    for (int i = 0; i < count; i++)
        if (strcmp(names[i], "main") == 0)
            fprintf(to, "PROGRAM_START(%s),\n", names[i]);
    while (count-- > 0) {
        if (strcmp(names[count], "main") != 0)
            fprintf(to, "PROGRAM_START(%s),\n", names[count]);
        free(names[count]);
    }
    fputs("};\nconst int program_start_count = sizeof program_starts / sizeof *program_starts;\n", to);
    if (fclose(to) != 0)
        fail("cannot write a file for a program");
}

struct program_library program_load(const char *path)
{
    struct program_library l = {.handle = path != NULL ? dlopen(path, RTLD_NOW | RTLD_LOCAL) : NULL};
    const struct program_start *starts;
    const int *count;

    if (l.handle == NULL)
        return l;
    starts = dlsym(l.handle, "program_starts");
    count = dlsym(l.handle, "program_start_count");
    for (int i = *count - 1; i >= 0; i--)
        if (starts[i].returns != NULL || starts[i].silent != NULL)
            l.start = starts[i];
    return l;
}

void program_unload(struct program_library *l)
{
    if (l->handle != NULL)
        dlclose(l->handle);
    l->handle = NULL;
}

/* Reports whether the program can be loaded, and has a function to start in. */
static bool is_whole(const char *path, char *why, size_t size)
{
    struct program_library l = program_load(path);
    bool starts = l.start.returns != NULL || l.start.silent != NULL;

    if (l.handle == NULL)
        snprintf(why, size, "%s", dlerror());
    else if (!starts)
        snprintf(why, size, "no function with one parameter, of type SSL *, that returns int or void");
    program_unload(&l);
    return starts;
}

/* Compiles the text to the shared object at path. */
static bool build(const char *text, const char *path, char *why, size_t size)
{
    char options[128];

    write_file("program.c", text, strlen(text));
    write_file("starts.h", "", 0);
    if (!compile("-fsyntax-only -aux-info aux unit.c")) {
        first_error(why, size);
        return false;
    }
    write_starts();
    snprintf(options, sizeof options, "-shared -Wl,-Bsymbolic -o %s unit.c", path);
    if (!compile(options)) {
        first_error(why, size);
        return false;
    }
    return is_whole(path, why, size);
}

const char *program_build(const char *text, char *why, size_t size)
{
    static int count;
    struct built *b = all;

    while (b != NULL && strcmp(b->text, text) != 0)
        b = b->next;
    if (b != NULL)
        return b->path;
    if (folder[0] == '\0')
        make_folder();
    b = calloc(1, sizeof *b);
    if (b == NULL || (b->text = strdup(text)) == NULL)
        fail("out of memory");
    snprintf(b->path, sizeof b->path, "%s/%d.so", folder, ++count);
    if (!build(text, b->path, why, size)) {
        free(b->text);
        free(b);
        return NULL;
    }
    b->next = all;
    all = b;
    return b->path;
}
