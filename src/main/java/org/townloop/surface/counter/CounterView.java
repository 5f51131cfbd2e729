package org.townloop.surface.counter;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * The counter of a place.
 *
 * @param nonce the name of the next scan: sent twice, it counts once
 * @param rounds whether anybody goes to homes from here
 * @param packs whether goods are packed and brought from it
 * @param typed what was typed and could not be taken
 * @param units how many were asked for
 * @param wrong what is wrong with it
 * @param later what is to be said before it is redeemed: that it is for a later day
 * @param verdict on the last scan
 */
record CounterView(
        Page page,
        UUID place,
        String placeName,
        List<Choice> places,
        boolean desk,
        boolean rounds,
        boolean packs,
        UUID nonce,
        String typed,
        int units,
        @Nullable String wrong,
        @Nullable String later,
        @Nullable Verdict verdict,
        Today.Expected today) {

    /** A place to choose. */
    record Choice(String name, String href, boolean chosen) {}
}
