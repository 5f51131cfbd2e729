package org.townloop.surface.page;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Refusal;
import tools.jackson.databind.json.JsonMapper;

/** Puts refusals into the terms of HTTP. */
@Component
public class Problems {

    static final int RETRY_SECONDS = 2;

    private final Pages pages;
    private final Languages languages;
    private final JsonMapper json;
    private final Clock clock;

    Problems(Pages pages, Languages languages, JsonMapper json, Clock clock) {
        this.pages = pages;
        this.languages = languages;
        this.json = json;
        this.clock = clock;
    }

    public ResponseEntity<Problem> of(Refusal refusal, HttpServletRequest request) {
        return of(refusal, status(refusal.reason()), request);
    }

    public ResponseEntity<Problem> of(Refusal refusal, HttpStatus status, HttpServletRequest request) {
        var detail = pages.refusal(refusal, request, languages.resolveLocale(request));
        var answer = ResponseEntity.status(status).contentType(MediaType.APPLICATION_PROBLEM_JSON);
        if (status == HttpStatus.SERVICE_UNAVAILABLE || status == HttpStatus.TOO_MANY_REQUESTS) {
            answer.header(HttpHeaders.RETRY_AFTER, Long.toString(retrySeconds(refusal)));
        }
        var code = refusal.reason().code();
        return answer.body(new Problem(
                "urn:townloop:problem:" + code,
                title(code),
                status.value(),
                detail,
                refusal.field(),
                held(refusal),
                Trace.of(request)));
    }

    /** What HTTP calls it. */
    public static HttpStatus status(Reason reason) {
        return switch (reason.kind()) {
            case INVALID -> HttpStatus.UNPROCESSABLE_CONTENT;
            case ABSENT -> HttpStatus.NOT_FOUND;
            case FORBIDDEN -> HttpStatus.FORBIDDEN;
            case CONFLICT -> HttpStatus.CONFLICT;
            case BUSY -> HttpStatus.SERVICE_UNAVAILABLE;
            case TOO_OFTEN -> HttpStatus.TOO_MANY_REQUESTS;
        };
    }

    /** In how many seconds it is worth trying again. */
    public long retrySeconds(Refusal refusal) {
        return refusal.facts().get("again") instanceof Instant again
                ? Math.max(1, Duration.between(clock.instant(), again).toSeconds() + 1)
                : RETRY_SECONDS;
    }

    /** Writes the problem where no controller does: before one was found, or instead of one. */
    void write(Reason reason, HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        write(new Refusal(reason, null, Map.of()), status, request, response);
    }

    void write(Refusal refusal, HttpStatus status, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        var problem = of(refusal, status, request);
        response.setStatus(status.value());
        var again = problem.getHeaders().getFirst(HttpHeaders.RETRY_AFTER);
        if (again != null) {
            response.setHeader(HttpHeaders.RETRY_AFTER, again);
        }
        response.setContentType(MediaType.APPLICATION_PROBLEM_JSON_VALUE);
        var body = json.writeValueAsBytes(problem.getBody());
        response.setContentLength(body.length);
        response.getOutputStream().write(body);
    }

    private static @Nullable List<String> held(Refusal refusal) {
        return refusal.facts().get("held") instanceof List<?> names
                ? names.stream().map(String.class::cast).toList()
                : null;
    }

    private static String title(String code) {
        return code.substring(0, 1).toUpperCase(Locale.ROOT) + code.substring(1).replace('-', ' ');
    }
}
