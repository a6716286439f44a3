import java.io.InputStream;
import java.io.OutputStream;
import java.security.cert.X509Certificate;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509TrustManager;

/** Does ACTION on a TLS connection to PORT and prints the call that shows the outcome, and what it said. */
public class Client {
    static final byte[] REQUEST = "GET / HTTP/1.1\r\nHost: localhost\r\n\r\n".getBytes();

    interface Call { Object run() throws Exception; }

    static class TrustAll implements X509TrustManager {
        public void checkClientTrusted(X509Certificate[] chain, String type) { }
        public void checkServerTrusted(X509Certificate[] chain, String type) { }
        public X509Certificate[] getAcceptedIssuers() { return new X509Certificate[0]; }
    }

    static void say(String call, String text) {
        System.out.println(call + "\t" + text);
        System.exit(0);
    }

    static Object attempt(String name, Call call) {
        try {
            return call.run();
        } catch (Exception e) {
            say(name, e.toString());
            return null;
        }
    }

    public static void main(String[] args) throws Exception {
        SSLContext context = SSLContext.getInstance("TLS");
        context.init(null, new TrustManager[] {new TrustAll()}, null);
        SSLSocket tls = (SSLSocket) context.getSocketFactory().createSocket("127.0.0.1", Integer.parseInt(args[0]));
        attempt("SSLSocket.startHandshake", () -> { tls.startHandshake(); return null; });
        InputStream in = tls.getInputStream();
        OutputStream out = tls.getOutputStream();
        out.write(REQUEST);
        Call write = () -> { out.write("more".getBytes()); return null; };
        Call read = () -> in.read(new byte[4096]);
        switch (args[1]) {
        case "read":
            while ((Integer) attempt("InputStream.read", read) > 0) { }
            say("InputStream.read", "returns -1");
        case "write":
            for (int i = 0; i < 5; i++) {
                Thread.sleep(300);
                attempt("OutputStream.write", write);
            }
            say("OutputStream.write", "returns");
        case "write-after-close":
            tls.shutdownOutput();
            attempt("OutputStream.write", write);
            say("OutputStream.write", "returns");
        case "close":
            tls.setSoTimeout(2000);
            tls.shutdownOutput();
            attempt("SSLSocket.close", () -> { Thread.sleep(500); tls.close(); return null; });
            say("SSLSocket.close", "returns");
        case "wait":
            tls.setSoTimeout(500);
            say("InputStream.read", "returns " + attempt("InputStream.read", read));
        }
    }
}
