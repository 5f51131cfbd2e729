package org.townloop.surface.office;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.stored.Said;
import org.townloop.surface.page.Form;

/**
 * Stored value in a region.
 *
 * @param inForce what counts for cards that are sold from now on
 * @param own what the region says itself
 * @param owed what merchants owe on cards that are not used up; one that owes nothing is left out
 * @param lockedBy the region above that has locked what it says; null if none has
 */
record StoredView(
        Office office,
        Form form,
        Said inForce,
        Said own,
        @Nullable String lockedBy,
        List<Owed> owed) {

    /** What a merchant owes on its cards. */
    record Owed(String name, int cards, String amount) {}

    static String text(@Nullable Object said) {
        return said == null ? "" : said.toString();
    }
}
