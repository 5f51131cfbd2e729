package org.townloop.surface.page;

import io.github.bucket4j.Bandwidth;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.web.filter.OncePerRequestFilter;
import org.townloop.base.kernel.Refusal;

/**
 * Lets nobody take all of this process for themselves: so many writes, searches and calendars in a minute for each person,
 * or for each address of those who are nobody. Counted in memory; several processes count each for itself.
 */
class RateLimit extends OncePerRequestFilter {

    private static final Duration MINUTE = Duration.ofMinutes(1);
    private static final Set<String> READS = Set.of("GET", "HEAD", "OPTIONS");
    private static final Set<String> SEARCHES = Set.of("/search", "/api/offers", "/api/suggestions");
    /** Services of a place are looked for together: as much work as a search. */
    private static final Pattern TOGETHER = Pattern.compile("(/api)?/places/[^/]+/(plans|together)");

    private static final String CALENDARS = "/calendars/";
    /** Programs that keep telephones in step ask for many people from one address. */
    private static final int CALENDARS_A_MINUTE = 240;

    private static final int CALLERS = 20_000;

    private final int writes;
    private final int searches;
    private final Problems problems;
    private final PageErrors pages;
    private final Clock clock;
    private final Map<String, Bucket> callers = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Bucket> eldest) {
            return size() > CALLERS;
        }
    };

    /**
     * @param writes how much anybody may change in a minute; 0 is as much as they like
     * @param searches how often anybody may look through everything
     */
    RateLimit(int writes, int searches, Problems problems, PageErrors pages, Clock clock) {
        this.writes = writes;
        this.searches = searches;
        this.problems = problems;
        this.pages = pages;
        this.clock = clock;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        var waited = taken(request);
        if (waited == null || waited.isConsumed()) {
            chain.doFilter(request, response);
            return;
        }
        var again = clock.instant().plusNanos(waited.getNanosToWaitForRefill());
        refuse(new Refusal(RequestReason.TOO_OFTEN, null, Map.of("again", again)), request, response);
    }

    /** @return null if nothing is counted of it */
    private @Nullable ConsumptionProbe taken(HttpServletRequest request) {
        if (!READS.contains(request.getMethod())) {
            return take("writes", writes, request);
        }
        var path = request.getRequestURI();
        if (path.startsWith(CALENDARS)) {
            return take("calendars", CALENDARS_A_MINUTE, request);
        }
        return SEARCHES.contains(path) || isTogether(path) ? take("searches", searches, request) : null;
    }

    /** Most addresses are seen to be others by their ends. */
    private static boolean isTogether(String path) {
        return (path.endsWith("/plans") || path.endsWith("/together"))
                && TOGETHER.matcher(path).matches();
    }

    private @Nullable ConsumptionProbe take(String what, int most, HttpServletRequest request) {
        if (most == 0) {
            return null;
        }
        synchronized (callers) {
            return callers.computeIfAbsent(what + " " + caller(request), caller -> bucket(most))
                    .tryConsumeAndReturnRemaining(1);
        }
    }

    private static String caller(HttpServletRequest request) {
        return SecurityContextHolder.getContext().getAuthentication() instanceof SignedIn signedIn
                ? signedIn.getPrincipal().person().value().toString()
                : request.getRemoteAddr();
    }

    private void refuse(Refusal refusal, HttpServletRequest request, HttpServletResponse response) throws IOException {
        response.setHeader("Retry-After", Long.toString(problems.retrySeconds(refusal)));
        if (request.getRequestURI().startsWith("/api")) {
            problems.write(refusal, HttpStatus.TOO_MANY_REQUESTS, request, response);
        } else {
            pages.write(request, response, HttpStatus.TOO_MANY_REQUESTS.value());
        }
    }

    private static Bucket bucket(int most) {
        return Bucket.builder()
                .addLimit(Bandwidth.builder()
                        .capacity(most)
                        .refillGreedy(most, MINUTE)
                        .build())
                .build();
    }
}
