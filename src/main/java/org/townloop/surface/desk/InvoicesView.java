package org.townloop.surface.desk;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Form;

/**
 * A merchant's invoices.
 *
 * @param form what stands on them
 * @param townsRate what its region says of the tax; null if nothing
 * @param missing whether the merchant has not said yet who it is
 * @param refusal why what was tried with one of them did not come about, or null
 * @param month that is shown, as {@code 2026-11}
 * @param fapiao where the fapiao are; null where none are written
 */
record InvoicesView(
        Desk desk,
        Form form,
        @Nullable String townsRate,
        boolean missing,
        @Nullable String refusal,
        boolean saved,
        List<Wanted> waiting,
        String month,
        String monthName,
        @Nullable String earlier,
        @Nullable String later,
        List<Document> documents,
        String csv,
        @Nullable String fapiao) {

    /** Somebody wants one. */
    record Wanted(String id, String what, String buyer, String at, String email) {}

    /**
     * One that was issued.
     *
     * @param left what of it is not taken back; null of a credit note, and if nothing is left
     * @param back what of that went back to the buyer since; null if nothing
     * @param leftMinor in minor units, {@code backMinor} too
     */
    record Document(
            String id,
            String kind,
            String name,
            String at,
            String buyer,
            String net,
            String tax,
            String gross,
            String pdf,
            String ubl,
            @Nullable String left,
            long leftMinor,
            @Nullable String back,
            long backMinor) {}
}
