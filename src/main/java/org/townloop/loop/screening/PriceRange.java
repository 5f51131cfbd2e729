package org.townloop.loop.screening;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Prices from one to another, both included, in minor units.
 *
 * @param maxMinor null is no bound
 */
public record PriceRange(long minMinor, @Nullable Long maxMinor) {

    private static final Pattern FORM = Pattern.compile("(\\d{0,18})-(\\d{0,18})");

    /**
     * Reads {@code 5000-9999}, {@code 50000-} or {@code -4999}.
     *
     * @throws IllegalArgumentException if it is none, or holds no price
     */
    static PriceRange of(String text) {
        var bounds = FORM.matcher(text);
        if (!bounds.matches() || text.length() < 2) {
            throw new IllegalArgumentException(text);
        }
        var min = bounds.group(1).isEmpty() ? 0 : Long.parseLong(bounds.group(1));
        var max = bounds.group(2).isEmpty() ? null : Long.valueOf(bounds.group(2));
        if (max != null && max < min) {
            throw new IllegalArgumentException(text);
        }
        return new PriceRange(min, max);
    }

    boolean holds(long price) {
        return price >= minMinor && (maxMinor == null || price <= maxMinor);
    }

    /** As a query has it. */
    String text() {
        return minMinor + "-" + (maxMinor == null ? "" : maxMinor);
    }
}
