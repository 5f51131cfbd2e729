package org.townloop.surface.counter;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * Paying with a card at the counter.
 *
 * @param code as it was scanned or typed
 * @param wrong what is wrong with what was typed
 * @param found the card that is shown; null before its code was looked up
 * @param verdict on what was taken; null before
 * @param undo where it is undone; null if it cannot be
 * @param today what was taken today
 */
record DrawView(
        Page page,
        String place,
        String placeName,
        String code,
        @Nullable String wrong,
        @Nullable Found found,
        @Nullable Verdict verdict,
        @Nullable String undo,
        List<Row> today) {

    /**
     * A card, without what is left on it.
     *
     * @param title what was sold
     * @param of of a pass, what it is good for; null of all others
     * @param most of a pass, how many visits one can choose
     * @param amount as it was typed
     * @param uses as they were chosen
     */
    record Found(String title, String kind, @Nullable String of, int most, String key, String amount, int uses) {}

    /** @param undone whether it was taken back */
    record Row(String href, String when, String what, String amount, boolean undone) {}
}
