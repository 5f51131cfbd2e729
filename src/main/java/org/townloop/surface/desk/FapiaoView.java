package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The fapiao that residents ask for.
 *
 * @param refusal why what was tried did not come about, or null
 * @param tried which of them that was about, as its id; empty if none
 * @param number that was typed for it
 */
record FapiaoView(
        Desk desk,
        @Nullable String refusal,
        String tried,
        String number,
        boolean saved,
        List<Row> rows,
        String csv,
        String invoices) {

    /**
     * One of them.
     *
     * @param released of the money here, what was had
     * @param atPlace what was paid at the place besides; null if nothing
     * @param had both together, in minor units
     * @param writable whether it can be written now, {@code declinable} whether it can be declined
     * @param written its number and amount; null before it is written
     * @param red what is to be red-lettered; null if nothing is
     */
    record Row(
            String id,
            String what,
            String orderedAt,
            String title,
            String taxNumber,
            String email,
            String state,
            String tone,
            String released,
            @Nullable String atPlace,
            String hadAmount,
            long had,
            boolean writable,
            boolean declinable,
            @Nullable String written,
            @Nullable String file,
            @Nullable String red,
            long redMinor,
            @Nullable String redDone) {}
}
