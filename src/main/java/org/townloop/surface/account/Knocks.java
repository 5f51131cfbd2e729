package org.townloop.surface.account;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.time.Clock;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Attempt;
import org.townloop.base.identity.Ceremony;
import org.townloop.base.identity.Knock;
import org.townloop.base.kernel.Refusal;
import org.townloop.surface.page.Cookies;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Problems;

/** What a browser brings to the door and keeps of it: its address, and the secret of what it asked for. */
@Component
class Knocks {

    private static final String ATTEMPT = "attempt";
    private static final String CEREMONY = "ceremony";
    private static final Duration CEREMONY_KEPT = Duration.ofMinutes(5);

    private final Cookies cookies;
    private final Problems problems;
    private final Clock clock;

    Knocks(Cookies cookies, Problems problems, Clock clock) {
        this.cookies = cookies;
        this.problems = problems;
        this.clock = clock;
    }

    static Knock of(HttpServletRequest request, Page page) {
        return new Knock(request.getRemoteAddr(), page.locale());
    }

    void keep(HttpServletResponse response, Attempt attempt) {
        // a name may take a while after the code was right
        var kept = Duration.between(clock.instant(), attempt.until()).multipliedBy(2);
        cookies.put(response, ATTEMPT, attempt.secret(), kept);
    }

    void keep(HttpServletResponse response, Ceremony ceremony) {
        cookies.put(response, CEREMONY, ceremony.secret(), CEREMONY_KEPT);
    }

    String attempt(HttpServletRequest request) {
        return orNone(cookies.get(request, ATTEMPT));
    }

    String ceremony(HttpServletRequest request) {
        return orNone(cookies.get(request, CEREMONY));
    }

    void forget(HttpServletResponse response) {
        cookies.remove(response, ATTEMPT);
        cookies.remove(response, CEREMONY);
    }

    /** The status of a page that says why not; who comes too often is told when to come again. */
    HttpStatus status(Refusal refusal, HttpServletResponse response) {
        var status = Problems.status(refusal.reason());
        if (status == HttpStatus.TOO_MANY_REQUESTS) {
            response.setHeader(HttpHeaders.RETRY_AFTER, Long.toString(problems.retrySeconds(refusal)));
        }
        return status;
    }

    private static String orNone(@Nullable String secret) {
        return secret == null ? "" : secret;
    }
}
