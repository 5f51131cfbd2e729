package org.townloop.loop.voucher;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/**
 * What was bought with a line of an order, or one unit of it; good at one place.
 *
 * @param unit which voucher of its line it is, from 1
 * @param value what all of its units are worth
 * @param units how many times it is good for, 1 to 100
 * @param unitsRedeemed how many of them were had
 * @param startsAt the booked time, null if it has none
 * @param redeemedAt when the last of its units was had
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
        int units,
        int unitsRedeemed,
        VoucherState state,
        @Nullable Instant startsAt,
        Instant validUntil,
        @Nullable Instant redeemedAt) {

    public int unitsLeft() {
        return units - unitsRedeemed;
    }

    /**
     * What the next so many units release. All parts add up to the value, however it is parted: the first {@code i}
     * units together are worth the value times {@code i / units}, rounded down.
     */
    public Money worthOfNext(int count) {
        return worthOfFirst(unitsRedeemed + count).minus(worthOfFirst(unitsRedeemed));
    }

    /** What so many of its units are worth, whichever they are; all of it if it does not have as many. */
    public Money worthOf(int count) {
        return worthOfFirst(Math.min(count, units));
    }

    /** What the units that are left release. */
    public Money worthOfRest() {
        return worthOfNext(unitsLeft());
    }

    private Money worthOfFirst(int count) {
        return new Money(Math.multiplyExact(value.minor(), (long) count) / units, value.currency());
    }

    /** The same after so many more units were had. */
    public Voucher had(int count, Instant now) {
        var had = unitsRedeemed + count;
        return had == units ? with(had, VoucherState.REDEEMED, now) : with(had, VoucherState.ISSUED, null);
    }

    /** The same if it was called off, and is not any more. */
    public Voucher restored() {
        return state == VoucherState.WITHDRAWN ? with(unitsRedeemed, VoucherState.ISSUED, null) : this;
    }

    private Voucher with(int had, VoucherState next, @Nullable Instant at) {
        return new Voucher(
                id, order, line, unit, place, offer, resident, value, units, had, next, startsAt, validUntil, at);
    }
}
