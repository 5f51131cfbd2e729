package org.townloop.loop.voucher;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/**
 * One unit of a line of an order, good at one place.
 *
 * @param value what its redemption releases
 * @param startsAt the booked time, null if it has none
 */
public record Voucher(
        VoucherId id,
        OrderId order,
        int line,
        int unit,
        PlaceId place,
        OfferId offer,
        PersonId resident,
        Money value,
        VoucherState state,
        @Nullable Instant startsAt,
        Instant validUntil,
        @Nullable Instant redeemedAt) {}
