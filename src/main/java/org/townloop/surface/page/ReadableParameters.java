package org.townloop.surface.page;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import org.townloop.base.kernel.Refusal;

/**
 * Reads the parameters of an address or a form before anybody else does, and takes none that cannot be read (half an
 * escape, another encoding, too many, too long) or that has the character U+0000: no text has it, and PostgreSQL stores
 * none. JSON is read by {@link NoNulText}.
 */
class ReadableParameters extends OncePerRequestFilter {

    private final Problems problems;
    private final PageErrors pages;

    ReadableParameters(Problems problems, PageErrors pages) {
        this.problems = problems;
        this.pages = pages;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var field = Optional.<String>empty();
        try {
            field = withNul(request);
        } catch (InvalidParameterException e) {
            unreadable(e, request, response);
            return;
        }
        if (field.isEmpty()) {
            chain.doFilter(request, response);
        } else {
            refuse(
                    Refusal.of(RequestReason.NUL_IN_FIELD, field.get(), Map.of("field", field.get())),
                    request,
                    response);
        }
    }

    static boolean hasNul(String text) {
        return text.indexOf('\0') >= 0;
    }

    /** The first that has one, named without it. */
    private static Optional<String> withNul(HttpServletRequest request) {
        for (var parameter : request.getParameterMap().entrySet()) {
            if (hasNul(parameter.getKey()) || anyHasNul(parameter.getValue())) {
                return Optional.of(parameter.getKey().replace("\0", ""));
            }
        }
        return Optional.empty();
    }

    private static boolean anyHasNul(String[] values) {
        for (var value : values) {
            if (hasNul(value)) {
                return true;
            }
        }
        return false;
    }

    private void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (isForProgram(request)) {
            problems.write(refusal, Problems.status(refusal.reason()), request, response);
        } else {
            pages.write(request, response, refusal);
        }
    }

    private void unreadable(InvalidParameterException broken, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var large = broken.getErrorCode() == HttpStatus.CONTENT_TOO_LARGE.value();
        var status = large ? HttpStatus.CONTENT_TOO_LARGE : HttpStatus.BAD_REQUEST;
        if (isForProgram(request)) {
            var reason = large ? RequestReason.BODY_TOO_LARGE : RequestReason.ADDRESS_UNREADABLE;
            problems.write(reason, status, request, response);
        } else {
            pages.write(request, response, status.value());
        }
    }

    private static boolean isForProgram(HttpServletRequest request) {
        return request.getRequestURI().startsWith("/api");
    }
}
