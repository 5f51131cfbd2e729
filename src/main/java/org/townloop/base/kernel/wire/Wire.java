package org.townloop.base.kernel.wire;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InterruptedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/**
 * Speaks to addresses that strangers gave us. The name is resolved once, judged, and the connection made to just that
 * machine; no redirect is followed, and no more of the answer is read than was asked for. (The JDK's client resolves by
 * itself, after whoever judged it.) All of it together has one deadline: a service that sends a byte now and then would
 * keep every single read within its time, and its sender for ever.
 */
public final class Wire {

    /**
     * What came back.
     *
     * @param headers by their names in lower case
     * @param body empty unless it was asked for; its bytes read as UTF-8
     */
    public record Answer(int status, Map<String, String> headers, String body) {}

    /** The answer is longer than was asked for; what was read of it is forgotten. */
    public static final class TooLong extends IOException {

        private static final long serialVersionUID = 1;

        TooLong(int most) {
            super("an answer of more than " + most + " bytes");
        }
    }

    private static final int LONGEST_HEAD = 16 * 1024;

    private final Reach reach;
    private final Duration patience;

    /** @param patience for all of an exchange */
    public Wire(Reach reach, Duration patience) {
        this.reach = reach;
        this.patience = patience;
    }

    /** Reads no more of the answer than its head. */
    public Answer post(URI address, Map<String, String> headers, byte[] body) throws IOException, Reach.Forbidden {
        var all = new TreeMap<>(headers);
        all.put("Content-Length", Integer.toString(body.length));
        return within(socket -> exchange(socket, address, head("POST", address, all), body, 0));
    }

    /**
     * Reads the answer whole.
     *
     * @param most bytes; at least 1
     * @throws TooLong if there are more
     */
    public Answer get(URI address, Map<String, String> headers, int most) throws IOException, Reach.Forbidden {
        return within(socket -> exchange(socket, address, head("GET", address, headers), new byte[0], most));
    }

    private interface Exchange {
        Answer by(Socket socket) throws IOException, Reach.Forbidden;
    }

    private Answer within(Exchange work) throws IOException, Reach.Forbidden {
        try (var socket = new Socket()) { // closing it ends whatever waits for it
            var exchange = new FutureTask<>(() -> work.by(socket));
            Thread.ofVirtual().name("wire").start(exchange);
            return exchange.get(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new SocketTimeoutException("no answer within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case IOException trouble -> throw trouble;
                case Reach.Forbidden forbidden -> throw forbidden;
                case null, default -> throw new IllegalStateException(e.getCause());
            }
        }
    }

    private Answer exchange(Socket plain, URI address, byte[] head, byte[] body, int most)
            throws IOException, Reach.Forbidden {
        var machine = reach.of(address);
        var secure = "https".equals(address.getScheme());
        var port = address.getPort() == -1 ? (secure ? 443 : 80) : address.getPort();
        plain.connect(new InetSocketAddress(machine, port));
        try (var socket = secure ? secured(plain, address.getHost(), port) : plain) {
            socket.getOutputStream().write(head);
            socket.getOutputStream().write(body);
            socket.getOutputStream().flush();
            return answer(new BufferedInputStream(socket.getInputStream()), most);
        }
    }

    /** The certificate must be for the name, as with any page. */
    private static Socket secured(Socket plain, String host, int port) throws IOException {
        var socket =
                (SSLSocket) ((SSLSocketFactory) SSLSocketFactory.getDefault()).createSocket(plain, host, port, true);
        var parameters = socket.getSSLParameters();
        parameters.setEndpointIdentificationAlgorithm("HTTPS");
        socket.setSSLParameters(parameters);
        socket.startHandshake();
        return socket;
    }

    private static byte[] head(String method, URI address, Map<String, String> headers) {
        var path = address.getRawPath().isEmpty() ? "/" : address.getRawPath();
        var target = address.getRawQuery() == null ? path : path + "?" + address.getRawQuery();
        var head = new StringBuilder(method + " " + target + " HTTP/1.1\r\n");
        var all = new TreeMap<>(headers);
        all.put("Host", address.getRawAuthority());
        all.put("Connection", "close");
        all.forEach(
                (name, value) -> head.append(name).append(": ").append(value).append("\r\n"));
        return head.append("\r\n").toString().getBytes(StandardCharsets.US_ASCII);
    }

    private static Answer answer(InputStream stream, int most) throws IOException {
        var status = line(stream, LONGEST_HEAD);
        if (!status.matches("HTTP/1\\.[01] [1-5]\\d\\d.*")) {
            throw new IOException("an answer that is no HTTP");
        }
        var headers = new TreeMap<String, String>();
        int left = LONGEST_HEAD;
        for (var line = line(stream, left); !line.isEmpty(); line = line(stream, left)) {
            left -= line.length();
            int colon = line.indexOf(':');
            if (colon > 0) {
                headers.put(
                        line.substring(0, colon).toLowerCase(Locale.ROOT),
                        line.substring(colon + 1).strip());
            }
        }
        var code = Integer.parseInt(status.substring(9, 12));
        return new Answer(code, headers, most > 0 && code == 200 ? new Body(stream, most).read(headers) : "");
    }

    static String line(InputStream stream, int longest) throws IOException {
        var line = new ByteArrayOutputStream();
        for (int each = stream.read(); each != '\n'; each = stream.read()) {
            if (each < 0 || line.size() >= longest) {
                throw new IOException("an answer without an end");
            }
            line.write(each);
        }
        return line.toString(StandardCharsets.ISO_8859_1).stripTrailing();
    }
}
