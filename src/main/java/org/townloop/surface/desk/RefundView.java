package org.townloop.surface.desk;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;

/**
 * Giving money of an order back.
 *
 * @param cannot why nothing can be given back; null if something can
 * @param does what it would do; null before somebody has asked
 */
record RefundView(
        Desk desk,
        Form form,
        String href,
        String title,
        List<Fact> money,
        @Nullable String cannot,
        List<Line> lines,
        @Nullable Does does,
        List<Before> before) {

    record Fact(String label, String value) {}

    record Line(String name, String label) {}

    /**
     * @param earned and {@code escrow}, in minor units: what was shown is what is done
     */
    record Does(String all, String who, List<Fact> from, boolean below, long earned, long escrow) {}

    record Before(String amount, String cause, @Nullable String words, String when) {}

    /** A form that is sent twice does it once. */
    String key() {
        return UUID.randomUUID().toString();
    }
}
