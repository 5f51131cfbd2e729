package org.townloop.surface.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ReadListener;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import jakarta.servlet.http.HttpServletResponse;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Takes no body that is larger than any honest one: neither one that says so at once, nor one that only goes on. Forms and
 * uploads have limits of their own, which the server keeps.
 */
class BodyLimit extends OncePerRequestFilter {

    private static final long USUAL = 64 * 1024;

    /** A hundred scans with their tokens and signatures. */
    private static final long REDEMPTIONS = 256 * 1024;

    private final Problems problems;

    BodyLimit(Problems problems) {
        this.problems = problems;
    }

    @Override
    protected boolean shouldNotFilter(HttpServletRequest request) {
        var type = request.getContentType();
        return type != null && (type.startsWith("multipart/") || type.startsWith("application/x-www-form-urlencoded"));
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        long most = request.getRequestURI().startsWith("/api/redemptions") ? REDEMPTIONS : USUAL;
        if (request.getContentLengthLong() > most) {
            problems.write(RequestReason.BODY_TOO_LARGE, HttpStatus.CONTENT_TOO_LARGE, request, response);
        } else {
            chain.doFilter(mayGoOn(request) ? new Limited(request, most) : request, response);
        }
    }

    /** Of HTTP/1 the server reads no more than was said, and nothing if neither a length nor chunks are (RFC 9112, 6.3). */
    private static boolean mayGoOn(HttpServletRequest request) {
        return request.getContentLengthLong() < 0
                && (request.getHeader("Transfer-Encoding") != null
                        || !request.getProtocol().startsWith("HTTP/1."));
    }

    private static final class Limited extends HttpServletRequestWrapper {

        private final long most;

        Limited(HttpServletRequest request, long most) {
            super(request);
            this.most = most;
        }

        @Override
        public ServletInputStream getInputStream() throws IOException {
            return new Counted(super.getInputStream(), most);
        }

        @Override
        public BufferedReader getReader() throws IOException {
            return new BufferedReader(new InputStreamReader(getInputStream(), StandardCharsets.UTF_8));
        }
    }

    private static final class Counted extends ServletInputStream {

        private final ServletInputStream body;
        private final long most;
        private long read;

        Counted(ServletInputStream body, long most) {
            this.body = body;
            this.most = most;
        }

        @Override
        public int read() throws IOException {
            int next = body.read();
            count(next < 0 ? 0 : 1);
            return next;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int got = body.read(into, offset, length);
            count(Math.max(0, got));
            return got;
        }

        private void count(int more) throws BodyTooLarge {
            read += more;
            if (read > most) {
                throw new BodyTooLarge(most);
            }
        }

        @Override
        public boolean isFinished() {
            return body.isFinished();
        }

        @Override
        public boolean isReady() {
            return body.isReady();
        }

        @Override
        public void setReadListener(ReadListener listener) {
            body.setReadListener(listener);
        }
    }
}
