package org.townloop.surface.portal;

import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Times;
import org.townloop.surface.page.Typed;

/**
 * What the address or the form may say besides the offer: a day to show, a time to have, how many, and what was chosen; and
 * as it stands there, what only some modes ask for.
 */
record Asked(
        @Nullable LocalDate day,
        @Nullable Instant at,
        int quantity,
        Map<String, String> answers,
        Map<String, String> typed) {

    private static final String PART = "part";
    private static final int TWICE = 2;

    /** Whether a time that is chosen goes in the basket. */
    boolean isPicking() {
        return "yes".equals(typed.get("basket"));
    }

    OfferView.@Nullable Several several() {
        return isPicking()
                ? new OfferView.Several(
                        typed.getOrDefault("every", ""),
                        Typed.number(typed.getOrDefault("times", "")).orElse(TWICE))
                : null;
    }

    /** @param minutes for how long something is held once it is free */
    OfferView.Line line(Times times, int minutes) {
        var shown = day != null ? day : at == null ? times.today() : times.day(at);
        return new OfferView.Line(shown.toString(), minutes, typed.getOrDefault(PART, ""), typed.containsKey(PART));
    }
}
