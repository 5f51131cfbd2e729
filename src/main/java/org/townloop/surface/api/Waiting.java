package org.townloop.surface.api;

import java.time.Duration;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How long somebody would wait for a better answer: {@code Prefer: wait=SECONDS}, RFC 7240, section 4.3. */
final class Waiting {

    static final String HEADER = "Prefer";

    private static final Duration MOST = Duration.ofSeconds(20);
    private static final Pattern WAIT =
            Pattern.compile("(?:^|[,;\\s])wait\\s*=\\s*\"?(\\d{1,4})\"?(?=$|[,;\\s])", Pattern.CASE_INSENSITIVE);

    private Waiting() {}

    /** None if nothing is said, or nothing that can be read: a preference is never wrong. */
    static Duration of(List<String> preferences) {
        return preferences.stream()
                .map(WAIT::matcher)
                .filter(Matcher::find)
                .map(found -> Duration.ofSeconds(Long.parseLong(found.group(1))))
                .findFirst()
                .map(asked -> asked.compareTo(MOST) > 0 ? MOST : asked)
                .orElse(Duration.ZERO);
    }
}
