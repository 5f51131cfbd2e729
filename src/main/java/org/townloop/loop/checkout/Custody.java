package org.townloop.loop.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.ordering.Terms;
import org.townloop.loop.payment.Gateways;
import org.townloop.loop.payment.Limits;

/**
 * Which money may wait for its service: a gateway is licensed to hold it for so long, and to split off so much. What would
 * exceed that at every gateway is not sold as escrow; what is paid at the shop is held by nobody.
 */
@Component
public class Custody {

    private static final int ONE_PERCENT = 100;

    private final Gateways gateways;

    Custody(Gateways gateways) {
        this.gateways = gateways;
    }

    /** For how many days from its payment money may be held, by the gateway that holds it longest. */
    public long longestDays() {
        return gateways.names().stream()
                .flatMap(name -> gateways.limits(name).stream())
                .map(Limits::longestHold)
                .max(Duration::compareTo)
                .orElse(WaitingCancellations.LONGEST_WAIT)
                .minus(WaitingCancellations.LONGEST_WAIT)
                .toDays();
    }

    /** Why no gateway that there is may hold its money, unless it may be paid at the shop: then nobody has to. */
    Optional<Refusal> refusalIfOnline(Draft draft) {
        return draft.order().terms().atShop() == null ? refusal(draft) : Optional.empty();
    }

    /** How much of a payment may be parted off, in hundredths of a percent, by the gateway that allows most; none without one. */
    public OptionalInt largestSplitBasisPoints() {
        return gateways.names().stream()
                .flatMap(name -> gateways.limits(name).stream())
                .mapToInt(Limits::largestSplitBasisPoints)
                .max();
    }

    /** Why no gateway that there is may hold its money. */
    Optional<Refusal> refusal(Draft draft) {
        return refusal(
                draft.order(), draft.asked().start(), draft.order().first().endsAt());
    }

    /** Why no gateway that there is may hold its money, for that time instead of its own if it is moved. */
    Optional<Refusal> refusal(Order order, Instant start, @Nullable Instant end) {
        var names = gateways.names();
        return names.isEmpty() || names.stream().anyMatch(name -> allows(name, order, start, end))
                ? Optional.empty()
                : Optional.of(why("slotStart", order));
    }

    /** Whether one gateway may hold the money of all of them. */
    boolean isHeldByOne(List<Order> together) {
        var names = gateways.names();
        return names.isEmpty()
                || names.stream()
                        .anyMatch(name -> together.stream()
                                .allMatch(order -> refusal(name, order).isEmpty()));
    }

    /** From when on a payment may be taken, so that the gateway that holds money longest may hold it until it is released. */
    Instant earliest(Terms terms, Instant start, @Nullable Instant end) {
        return releasedBy(terms, start, end)
                .minus(Duration.ofDays(longestDays()).plus(WaitingCancellations.LONGEST_WAIT));
    }

    /** Why that gateway may not hold it. */
    public Optional<Refusal> refusal(String gateway, Order order) {
        var start = order.startsAt() == null ? order.createdAt() : order.startsAt();
        return allows(gateway, order, start, order.first().endsAt())
                ? Optional.empty()
                : Optional.of(why("gateway", order));
    }

    /** A sooner day helps only where the shares are not too much for every gateway. */
    private Refusal why(String field, Order order) {
        var most = largestSplitBasisPoints().orElse(0);
        return order.terms().shares().together() > most
                ? Refusal.of(CheckoutReason.SHARED_TOO_MUCH, field, Map.of("most", most / ONE_PERCENT))
                : Refusal.of(CheckoutReason.HELD_TOO_LONG, field, Map.of("days", longestDays()));
    }

    private boolean allows(String gateway, Order order, Instant start, @Nullable Instant end) {
        if (order.pays() != Pays.ESCROW || order.total().isZero()) {
            return true;
        }
        var split = order.terms().shares().together();
        var hold = Duration.between(order.createdAt(), releasedBy(order.terms(), start, end));
        return gateways.limits(gateway)
                .filter(limits -> limits.allow(hold, split))
                .isPresent();
    }

    /** When its money is released or on its way back at the latest, if nobody comes and counters have to be waited for. */
    private static Instant releasedBy(Terms terms, Instant start, @Nullable Instant end) {
        var over = end == null ? start : end;
        var noShow = terms.noShow();
        var unopened = terms.cancellation().unopened();
        if (unopened != null) {
            return over.plus(unopened);
        }
        return (noShow == null ? over : noShow.settledAt(start, over)).plus(WaitingCancellations.LONGEST_WAIT);
    }
}
