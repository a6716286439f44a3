#include <stdbool.h>
struct point { int x, y; };
struct conn { SSL *ssl; int fd; char name[8]; struct point p[2]; union { int i; unsigned char b[4]; } u; };
enum color { RED, GREEN = 5, BLUE };
typedef struct list { struct list *next; int v; } list;
static struct point origin = { 1, 2 };
static const char *names[] = { "zero", "one", [3] = "three" };
static int table[2][3] = { { 1, 2, 3 }, { 4, 5 } };
int *gp = &table[1][1];
static struct point add(struct point a, struct point b) { struct point r = { a.x + b.x, a.y + b.y }; a.x = 99; return r; }
static void set(struct conn *c, int fd) { c->fd = fd; c->p[1].y = fd * 2; c->u.i = 0x01020304; }
static void swap(int *a, int *b) { int t = *a; *a = *b; *b = t; }
int main(SSL *ssl)
{
    struct conn c = { .ssl = ssl, .name = "abc" };
    set(&c, 7);
    printf("%d %s %d %d %zu\n", c.fd, c.name, c.p[1].y, c.u.b[0], sizeof c);
    struct point a = { 3, 4 }, b = add(a, origin), *q = &b;
    printf("%d %d %d %d %d\n", a.x, b.x, q->y, add(b, b).x, (*q).x);
    int x = 1, y = 2; swap(&x, &y); printf("%d %d\n", x, y);
    char buf[32]; memset(buf, 'z', sizeof buf); buf[31] = 0;
    memcpy(buf, "hello", 5); printf("%s %zu %d\n", buf, strlen(buf), memcmp(buf, "hellp", 5) < 0);
    int n = snprintf(buf, 6, "%d-%s", 12, "long text"); printf("%d %s\n", n, buf);
    for (unsigned i = 0; i < 4; i++) printf("%s ", names[i] ? names[i] : "(none)");
    printf("%d %d %d\n", *gp, gp[-1], table[1][2]);
    list l2 = { 0, 2 }, l1 = { &l2, 1 };
    for (list *p = &l1; p; p = p->next) printf("%d ", p->v);
    int arr[] = { 5, 4, 3, 2, 1 }; int *p = arr, *e = arr + 5; int s = 0;
    while (p < e) s += *p++;
    printf("%d %ld\n", s, (long)(e - arr));
    enum color col = BLUE; bool t = 42; _Bool f = !t;
    printf("%d %d %d %d\n", col, t, f, RED - 1 < 0);
    struct point *lit = &(struct point){ 8, 9 }; printf("%d %d\n", lit->x, lit->y);
    a = *lit; printf("%d %d %d\n", a.y, (int)sizeof(struct conn), (int)_Alignof(long));
    char str[] = "mutable"; str[0] = 'M'; puts(str); char *sp = str; while (*sp) putchar(*sp++); putchar('\n');
    p = &arr[2]; printf("%d %d %d\n", p[-2], *(p + 1), 1[arr]);
    unsigned char *bytes = (unsigned char *)&x; printf("%d\n", bytes[0]);
    errno = EPIPE; perror("write"); printf("%s\n", strerror(ECONNRESET));
    fd_set set; FD_ZERO(&set); FD_SET(3, &set); printf("%d %d\n", FD_ISSET(3, &set) != 0, FD_ISSET(4, &set) != 0);
    printf("%s %d\n", __func__, __LINE__);
    int i = 3; i += i++ ? 2 : 1 > 0; 
    assert(x == 2);
    exit(300);
}
