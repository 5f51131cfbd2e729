package org.townloop.surface.portal;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.townloop.surface.page.Page;

/**
 * The receipts of an order.
 *
 * @param order its id, as it stands on paper
 * @param seller the merchant's name, as the tax office knows it if it has said so
 * @param registration its numbers; empty if it has said none
 * @param rows what was sold, with its prices
 * @param deposit that only a deposit was paid here, and what is paid at the place; null if all was
 */
record ReceiptView(
        Page page,
        String href,
        String order,
        String title,
        String place,
        String seller,
        String address,
        String registration,
        List<Row> rows,
        String price,
        @Nullable String deposit,
        List<Slip> slips) {

    /** Something sold. */
    record Row(String what, String amount) {}

    /**
     * One receipt.
     *
     * @param how by what it was paid, with the end of the gateway's reference
     * @param note what is to be said of it besides; null if nothing
     */
    record Slip(
            String kind,
            String number,
            String amount,
            String at,
            String how,
            @Nullable String note) {}
}
