package org.townloop.loop.visit;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.voucher.Voucher;
import org.townloop.supply.booking.Claimed;
import org.townloop.supply.offer.SetMenu.Chosen;

/**
 * A line of an order as the place that waits for it sees it.
 *
 * @param resident the name of who is expected
 * @param with the names of the staff who are kept for it
 * @param claims the staff and resources that are kept for it, and when
 * @param vouchers one for each unit, or one for all that are had on a day, once it is paid
 * @param dishes what was chosen of a set menu, in the order in which it is served
 * @param atDoor when they are at the guest's door; null if it is done at the place
 * @param onDay whether it is expected on a day and at no time of it
 */
public record Appointment(
        Order order,
        Line line,
        String resident,
        List<Words> with,
        List<Claimed> claims,
        List<Voucher> vouchers,
        List<Chosen> dishes,
        @Nullable Instant atDoor,
        boolean onDay) {

    /** When it begins: at a guest's home when they are at the door, which is not when the window begins. */
    public @Nullable Instant begins() {
        return atDoor == null ? line.startsAt() : atDoor;
    }

    /** From when on it may be said that nobody came, or nobody was at home; nothing where that was not agreed. */
    public Optional<Instant> missedAt() {
        return order.missedAt(atDoor);
    }

    /** How many of its units were redeemed. */
    public int redeemed() {
        return vouchers.stream().mapToInt(Voucher::unitsRedeemed).sum();
    }

    /** How many units were bought, whether each has a voucher of its own or not. */
    public int units() {
        return vouchers.stream().mapToInt(Voucher::units).sum();
    }

    /** Whether all of it was had. */
    public boolean isDone() {
        return !vouchers.isEmpty() && redeemed() == units();
    }

    /** Whether nobody is expected for it any more although it was not had: it was called off, or ran out. */
    public boolean isCalledOff() {
        return !isDone()
                && switch (order.state()) {
                    case CANCELLED, REFUNDED, EXPIRED -> true;
                    case HELD, PAID, FULFILLED, SETTLED, DISPUTED -> false;
                };
    }

    /** When its last unit was redeemed. */
    public Optional<Instant> redeemedAt() {
        return vouchers.stream()
                .map(Voucher::redeemedAt)
                .filter(Objects::nonNull)
                .max(Comparator.naturalOrder());
    }
}
