int g;
static int f(int n) { printf("f%d ", n); g = (g * 10 + n) % 1000; return n; }
static int *p(int n) { static int a[10]; printf("p%d ", n); return a + n; }
static int three(int a, int b, int c) { return a * 100 + b * 10 + c; }
int main(SSL *ssl)
{
    printf("%d\n", f(1) + f(2) * f(3));
    printf("%d\n", three(f(1), f(2), f(3)));
    *p(1) = f(4); printf("\n");
    *p(1) += f(5); printf("%d\n", *p(1));
    p(2)[f(3)] = f(6); printf("\n");
    printf("%d %d\n", f(7), f(8));
    printf("%d\n", f(1) < f(2)); printf("%d\n", f(1) == f(2)); printf("%d\n", f(2) > f(1));
    printf("%d\n", f(1) - f(2)); printf("%d\n", f(9) << f(2)); printf("%d\n", (f(1), f(2)));
    g = 1; printf("%d\n", g + f(2)); g = 1; printf("%d\n", f(2) + g);
    g = 1; g += f(3); printf("%d\n", g); g = 1; g = g + f(3); printf("%d\n", g);
    g = 1; printf("%d\n", three(g, f(2), g));
    int a[3] = { f(1), f(2), f(3) }; printf("%d\n", a[1]);
    return 0;
}
