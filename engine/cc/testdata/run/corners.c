#include <stdbool.h>
#include <limits.h>
#define CHECK(x) do { if (!(x)) printf("line %d: %s\n", __LINE__, #x); } while (0)
#define JOIN(a, b) a##b
#define MAX(a, b) ((a) > (b) ? (a) : (b))
#if defined(__linux__) && !defined(_WIN32) && INT_MAX == 2147483647
#define OK 1
#else
#define OK 0
#endif
typedef unsigned char byte;
typedef struct { byte type; unsigned short len; } header;
enum state { IDLE, OPEN = 10, CLOSED, BAD = -1 };
enum big { BIG = 0x80000000u, SMALL = 1 };
static const struct { const char *name; enum state s; } states[] = { { "idle", IDLE }, { "open", OPEN }, [3] = { .s = BAD, .name = "bad" } };
static const char *name(enum state s)
{
    for (size_t i = 0; i < sizeof states / sizeof *states; i++)
        if (states[i].name != NULL && states[i].s == s)
            return states[i].name;
    return "?";
}
struct node { int v; struct node *next; };
static struct node c = { 3, NULL }, b = { 2, &c }, a = { 1, &b };
static int *pick(int *p, int n) { return n ? p + n : p; }
static int sum3(const int v[3]) { return v[0] + v[1] + v[2]; }
static _Bool both(bool x, bool y) { return x & y; }
static void out(int *p, char **s, const char *const *list) { *p = -*p; *s = *s + 1; printf("%s\n", list[1]); }
struct pair { long a; char b[3]; };
static struct pair mk(long a) { struct pair p; p.a = a; p.b[0] = 'x'; p.b[1] = 'y'; p.b[2] = 0; return p; }
static struct pair chain(struct pair p, int n) { if (n == 0) return p; p.a += n; return chain(p, n - 1); }
static int variadic_like(int n, unsigned char k, short s) { return n + k + s; }
int K(int); int K(int n) { return n; }
extern int later;
int later = 5;
int tentative; int tentative; int tentative = 9;
static int oddp(unsigned n); static int evenp(unsigned n) { return n == 0 ? 1 : oddp(n - 1); }
static int oddp(unsigned n) { return n == 0 ? 0 : evenp(n - 1); }
int main(SSL *ssl)
{
    int JOIN(x, 1) = 3, arr[3] = { 1, 2, 3 }, i, j;
    char *s = "string", text[] = { 'a', 'b', 0 }, wide[10] = "xyz", *q;
    const char *list[] = { "l0", "l1" };
    CHECK(x1 == 3); CHECK(x1 == 4); CHECK(OK);
    printf("%s %s %s %s\n", name(IDLE), name(BAD), name(CLOSED), name(OPEN));
    for (struct node *n = &a; n; n = n->next) printf("%d", n->v);
    printf("\n%d %d %d %d\n", *pick(arr, 2), sum3(arr), both(2, 4), MAX(x1++, 2));
    out(&x1, &s, list); printf("%d %s %c %zu %zu\n", x1, s, *text, sizeof text, sizeof wide);
    struct pair p = chain(mk(7), 4), r; r = p; printf("%ld %s %ld %d\n", r.a, p.b, mk(8).a, mk(1).b[1]);
    printf("%d %d %d\n", variadic_like(1, 300, 70000), K(4), later + tentative);
    printf("%d %d\n", evenp(10), oddp(7));
    printf("%u %d %ld\n", BIG, SMALL, (long)BIG + SMALL);
    printf("%d %d %d\n", 'a', '\'', "\x41\102"[1]);
    printf("%d %u %ld %lu\n", -1 < 1u, -1 > 1u, -1L + 1u, 0xffffffff + 0UL);
    printf("%d %d %d\n", -7 / 2, -7 % 2, 7 >> 1);
    printf("%d %d\n", (char)200, (short)40000); printf("%d %d\n", !!ssl, !"a");
    for (i = 0, j = 10; i < j; i += 3, j--) ; printf("%d %d\n", i, j);
    q = text; *q++ = 'z'; (*q)++; printf("%s %d\n", text, (int)(q - text));
    unsigned char u = 1; u <<= 7; u += u; printf("%d\n", u); u = ~0; printf("%d %d\n", u, ~u);
    int k = 5; int *ip = &k; int **ipp = &ip; **ipp += 2; printf("%d %d\n", *ip, ip == *ipp);
    { int z = 1; switch (z) { int unused; case 1: unused = 4; printf("%d\n", unused); break; default: ; } }
    int matrix[2][2][2] = { { { 1, 2 }, { 3, 4 } }, { { 5 } } }; int (*row)[2] = matrix[0]; printf("%d %d %zu\n", row[1][0], matrix[1][0][1], sizeof matrix[0]);
    return 0;
}
