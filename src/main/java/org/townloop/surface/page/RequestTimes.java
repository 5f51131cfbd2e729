package org.townloop.surface.page;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import jakarta.servlet.Filter;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.ServletRequest;
import jakarta.servlet.ServletResponse;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.HandlerMapping;

/**
 * Counts and times each request as {@code http.server.requests}, under the name and the tags that Micrometer's observation
 * would give it: by the pattern of the address and never by the address, of which anybody could make as many as they like.
 */
@Component
@Order(Ordered.HIGHEST_PRECEDENCE)
class RequestTimes implements Filter {

    private static final String NAME = "http.server.requests";
    private static final Set<String> METHODS =
            Set.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE");

    private record Kind(String method, String uri, int status, String exception) {}

    private final Map<Kind, Timer> timers = new ConcurrentHashMap<>();
    private final ObjectProvider<MeterRegistry> registries;

    RequestTimes(ObjectProvider<MeterRegistry> registries) {
        this.registries = registries;
    }

    @Override
    public void doFilter(ServletRequest request, ServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        var exception = "none";
        var started = System.nanoTime();
        try {
            chain.doFilter(request, response);
        } catch (IOException | ServletException | RuntimeException | Error e) {
            exception = e.getClass().getSimpleName();
            throw e;
        } finally {
            note((HttpServletRequest) request, (HttpServletResponse) response, exception, System.nanoTime() - started);
        }
    }

    private void note(HttpServletRequest request, HttpServletResponse response, String exception, long nanos) {
        var method = METHODS.contains(request.getMethod()) ? request.getMethod() : "UNKNOWN";
        var status = exception.equals("none") ? response.getStatus() : HttpServletResponse.SC_INTERNAL_SERVER_ERROR;
        timers.computeIfAbsent(new Kind(method, uri(request, status), status, exception), this::timer)
                .record(nanos, TimeUnit.NANOSECONDS);
    }

    private static String uri(HttpServletRequest request, int status) {
        if (request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE) instanceof Object pattern) {
            return pattern.toString();
        }
        return switch (status / 100) {
            case 3 -> "REDIRECTION";
            case 4 -> status == HttpServletResponse.SC_NOT_FOUND ? "NOT_FOUND" : "UNKNOWN";
            default -> "UNKNOWN";
        };
    }

    private Timer timer(Kind kind) {
        return Timer.builder(NAME)
                .description("how long requests took")
                .tag("method", kind.method())
                .tag("uri", kind.uri())
                .tag("status", Integer.toString(kind.status()))
                .tag("outcome", outcome(kind.status()))
                .tag("exception", kind.exception())
                .register(registries.getObject());
    }

    private static String outcome(int status) {
        return switch (status / 100) {
            case 1 -> "INFORMATIONAL";
            case 2 -> "SUCCESS";
            case 3 -> "REDIRECTION";
            case 4 -> "CLIENT_ERROR";
            case 5 -> "SERVER_ERROR";
            default -> "UNKNOWN";
        };
    }
}
