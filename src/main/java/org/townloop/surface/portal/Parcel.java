package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What is brought or fetched together, on the page of its order.
 *
 * @param fee what bringing it costs; null if it is fetched
 * @param state how far it is packed
 * @param back what goes back of what was paid, as a sentence; null if nothing
 * @param address where it is brought; null if it is fetched, or was erased
 */
record Parcel(
        List<Row> rows,
        @Nullable String fee,
        String state,
        @Nullable String back,
        @Nullable String address,
        boolean fetched) {

    /**
     * An article.
     *
     * @param amount what is paid for it
     * @param note what was packed otherwise than ordered; null if nothing
     * @param wish what is to be done if it is missing; null once it is packed
     */
    record Row(
            String title,
            String amount,
            @Nullable String note,
            @Nullable String wish) {}
}
