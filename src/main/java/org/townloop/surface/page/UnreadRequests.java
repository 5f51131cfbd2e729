package org.townloop.surface.page;

import java.io.IOException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ErrorReportValve;
import org.apache.coyote.ActionCode;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers requests that the server refused before any of our code saw them: a line or a head that is none, or too long.
 * Public with a public constructor, because the server makes it by its name.
 */
public final class UnreadRequests extends ErrorReportValve {

    private static final Logger LOG = LoggerFactory.getLogger(UnreadRequests.class);

    private static final String ENGLISH =
            "This request could not be read, and nothing was changed. Check the address, or"
                    + " begin again on the first page.";
    private static final String CHINESE = "无法读取这个请求，没有任何改动。请检查地址，或从首页重新开始。";

    public UnreadRequests() {
        setShowReport(false);
        setShowServerInfo(false);
    }

    @Override
    protected void report(Request request, Response response, @Nullable Throwable failure) {
        int status = response.getStatus();
        if (status < 400 || response.getContentWritten() > 0 || !response.setErrorReported() || !mayWrite(response)) {
            return;
        }
        var trace = HexFormat.of().toHexDigits(ThreadLocalRandom.current().nextLong());
        LOG.info("a request that could not be read was answered with {} (trace {})", status, trace);
        try {
            write(request, response, status, trace);
        } catch (IOException e) {
            LOG.debug("whoever asked is gone", e);
        }
    }

    private static boolean mayWrite(Response response) {
        var allowed = new AtomicBoolean();
        response.getCoyoteResponse().action(ActionCode.IS_IO_ALLOWED, allowed);
        return allowed.get();
    }

    private static void write(Request request, Response response, int status, String trace) throws IOException {
        var program = isForProgram(request);
        response.setHeader("Trace-Id", trace);
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setContentType(program ? "application/problem+json" : "text/html;charset=UTF-8");
        response.setCharacterEncoding("UTF-8");
        var writer = response.getReporter();
        if (writer != null) {
            writer.write(program ? problem(request, status, trace) : page(request, status, trace));
            response.finishResponse();
        }
    }

    private static boolean isForProgram(Request request) {
        var accepted = request.getHeader("Accept");
        var path = request.getRequestURI();
        return (path != null && path.startsWith("/api")) || (accepted != null && accepted.contains("json"));
    }

    private static String problem(Request request, int status, String trace) {
        return """
            {"type":"urn:townloop:problem:address-unreadable","title":"Address unreadable","status":%d,\
            "detail":"%s","trace":"%s"}\
            """.formatted(status, isChinese(request) ? CHINESE : ENGLISH, trace);
    }

    /** Nothing of the request stands on it: it may be anything. */
    private static String page(Request request, int status, String trace) {
        var chinese = isChinese(request);
        return """
            <!doctype html>
            <html lang="%s"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
            <meta name="color-scheme" content="light dark"><title>%s</title></head>
            <body><h1>%s</h1><p>%s</p><p>%s <code>%s</code></p><p><a href="/">%s</a></p></body></html>
            """.formatted(
                        chinese ? "zh-CN" : "en",
                        status,
                        chinese ? "无法读取" : "This could not be read",
                        chinese ? CHINESE : ENGLISH,
                        chinese ? "编号" : "Reference",
                        trace,
                        chinese ? "首页" : "First page");
    }

    /** As the browser asks; who asks for nothing reads English. */
    private static boolean isChinese(Request request) {
        var wanted = request.getHeader("Accept-Language");
        return wanted != null && wanted.strip().toLowerCase(Locale.ROOT).startsWith("zh");
    }
}
