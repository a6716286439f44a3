static int fact(int n) { return n <= 1 ? 1 : n * fact(n - 1); }
static int fib(int n) { if (n < 2) return n; return fib(n - 1) + fib(n - 2); }
int counter;
static int next(void) { static int seen = 10; counter++; return seen++; }
int main(SSL *ssl)
{
    int i, sum = 0;
    for (i = 0; i < 10; i++) { if (i == 3) continue; if (i == 8) break; sum += i; }
    printf("%d %d\n", i, sum);
    while (i-- > 0) sum ^= i;
    do { sum++; } while (sum % 7);
    printf("%d %d %d\n", i, sum, fact(10));
    for (int k = 0; k < 4; ++k)
        switch (k) {
        case 0: printf("zero\n"); break;
        case 2: printf("two\n");
        case 3: printf("three\n"); break;
        default: printf("other %d\n", k);
        }
    printf("%d\n", fib(15));
    next(); next(); printf("%d %d\n", next(), counter);
    int n = 0;
again:
    n++;
    if (n < 5) goto again;
    printf("n=%d\n", n);
    { int n = 100; printf("%d\n", n); }
    int a = 5, b = (a++, a * 2), c = a > 3 && b < 100 || !a;
    printf("%d %d %d %d\n", a, b, c, a ? b : c);
    unsigned char u = 250; u += 10; signed char s = 127; s++;
    printf("%d %d\n", u, s);
    unsigned x = 3; x -= 5; printf("%u %x %d\n", x, x, x > -1);
    long big = 1L << 40; printf("%ld %lu %lld %zu\n", big, (unsigned long)big * 3, (long long)-big, sizeof big);
    printf("[%5d|%-5d|%05d|%+d|% d|%.3d|%5s|%-5s|%.2s|%c|%%|%#x|%X]\n", 42, 42, 42, 42, 42, 7, "ab", "ab", "abc", 'x', 255, 255);
    printf("%hhd %hd %hhu %hu %*d %-*d|\n", 300, 70000, 300, 70000, 6, 1, 6, 2);
    return sum & 0x7f;
}
