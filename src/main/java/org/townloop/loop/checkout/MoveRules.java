package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.offer.Offers;

/** Whether an order may be moved at all, wherever to. */
@Component
class MoveRules {

    private final Deliveries deliveries;
    private final Offers offers;
    private final Vouchers vouchers;
    private final Clock clock;

    MoveRules(Deliveries deliveries, Offers offers, Vouchers vouchers, Clock clock) {
        this.deliveries = deliveries;
        this.offers = offers;
        this.vouchers = vouchers;
        this.clock = clock;
    }

    boolean isMovable(Order order) {
        return order.state() == OrderState.PAID
                && !isAgreed(order)
                && !isOfDeal(order)
                && !isBeingPacked(order)
                && isFree(order)
                && isUntouched(order);
    }

    /** Why it stays where it is, though its resident wants it at that start. */
    Optional<Refusal> refusal(Order order, Instant start) {
        if (order.state() != OrderState.PAID) {
            return Optional.of(Refusal.of(CheckoutReason.NOT_MOVABLE));
        }
        if (isAgreed(order)) {
            return Optional.of(Refusal.of(CheckoutReason.AGREED_TIME));
        }
        if (isOfDeal(order)) {
            return Optional.of(Refusal.of(CheckoutReason.DEAL_STAYS));
        }
        if (!isUntouched(order)) {
            return Optional.of(Refusal.of(CheckoutReason.ALREADY_USED));
        }
        if (!isFree(order)) {
            return Optional.of(Refusal.of(CheckoutReason.TOO_LATE_TO_MOVE));
        }
        if (start.equals(order.startsAt())) {
            return Optional.of(Refusal.of(CheckoutReason.SAME_TIME, "slotStart"));
        }
        return isBeingPacked(order) ? Optional.of(Refusal.of(CheckoutReason.PACKING_BEGUN)) : Optional.empty();
    }

    private boolean isBeingPacked(Order order) {
        return deliveries
                .of(order.id())
                .filter(delivery -> delivery.state().isBegun())
                .isPresent();
    }

    /** Its price was for the time that was chosen. */
    private static boolean isOfDeal(Order order) {
        return order.lines().stream().anyMatch(line -> line.deal() != null);
    }

    private boolean isFree(Order order) {
        var now = clock.instant();
        return order.movableUntil().filter(until -> !now.isAfter(until)).isPresent();
    }

    private boolean isUntouched(Order order) {
        return vouchers.of(order.id()).stream().allMatch(MoveRules::isUntouched);
    }

    private static boolean isUntouched(Voucher voucher) {
        return voucher.state() == VoucherState.ISSUED && voucher.unitsRedeemed() == 0;
    }

    /** The times of what was agreed in writing are part of what was agreed. */
    private boolean isAgreed(Order order) {
        var line = order.first();
        return offers.get(line.offer(), line.offerVersion()).byQuote() != null;
    }
}
