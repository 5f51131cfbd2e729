package org.townloop.loop.invoice;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.RegionId;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.MerchantId;
import org.townloop.supply.merchant.PlaceId;

/**
 * That a resident wants an invoice or a fapiao of an order.
 *
 * @param email where the merchant may send it besides; null if none was given
 * @param reason why it was declined
 * @param fapiao what the merchant wrote with its own software; null of invoices, and before it is written
 */
public record InvoiceRequest(
        UUID id,
        OrderId order,
        MerchantId merchant,
        PlaceId place,
        PersonId resident,
        Kind kind,
        Buyer buyer,
        @Nullable String email,
        InvoiceState state,
        Instant askedAt,
        @Nullable Instant closedAt,
        @Nullable String reason,
        @Nullable Fapiao fapiao) {

    /** What is asked for. */
    public enum Kind {
        /** Written here. */
        INVOICE,
        /** Written by the merchant's own software, which reports it to the tax office. */
        FAPIAO
    }

    /**
     * A fapiao as the merchant noted it.
     *
     * @param minor the amount on it
     * @param redMinor what of that was red-lettered since
     * @param file whether its file is here
     */
    public record Fapiao(
            String number,
            long minor,
            long redMinor,
            @Nullable String redNumber,
            boolean file) {}

    public RegionId region() {
        return RegionId.of(id);
    }
}
