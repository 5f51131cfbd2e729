package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Baskets;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.booking.Combination;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/**
 * Whoever has several services at one appointment has them one at a time, but for what may be done alongside another. That
 * somebody is free for each of them is the calendar's to say; that the guest is, is said here.
 */
@Component
class OneAtATime {

    /** A service that the guest has, and when. */
    private record Piece(Offer offer, TimeSpan during) {

        boolean excludes(Piece other) {
            return during.overlaps(other.during)
                    && !Combination.isAlongside(offer)
                    && !Combination.isAlongside(other.offer);
        }
    }

    private final Orders orders;
    private final Baskets baskets;
    private final LeavingOrders leaving;
    private final Offers offers;
    private final Clock clock;

    OneAtATime(Orders orders, Baskets baskets, LeavingOrders leaving, Offers offers, Clock clock) {
        this.orders = orders;
        this.baskets = baskets;
        this.leaving = leaving;
        this.offers = offers;
        this.clock = clock;
    }

    /**
     * Locks the order and the other pieces of its appointment, by their ids: two of them are not moved onto one another at
     * once.
     */
    Order lock(OrderId id) {
        var pieces = baskets.pieces(id);
        return pieces.isEmpty()
                ? orders.lock(id)
                : orders.lock(pieces).stream()
                        .filter(order -> order.id().equals(id))
                        .findFirst()
                        .orElseThrow(() -> new Absent("order " + id.value()));
    }

    /** Why the guest of the order cannot have it then: they have another piece of their appointment. */
    Optional<Refusal> refusal(Order order, Offer offer, TimeSpan during) {
        var wanted = new Piece(offer, during);
        return besides(order).stream().filter(wanted::excludes).findFirst().map(OneAtATime::refusal);
    }

    /** At which starts its guest could have it beside the other pieces, whoever is free. */
    Predicate<Instant> starts(Order order) {
        var now = piece(order);
        if (now == null) {
            return start -> true;
        }
        var besides = besides(order);
        return start -> besides.stream().noneMatch(other -> other.excludes(at(now, start)));
    }

    /**
     * Why pieces cannot be those of one appointment: the place of the first that cannot be beside one before it, and what is
     * wrong.
     */
    Optional<Map.Entry<Integer, Refusal>> refusal(List<Draft> drafts) {
        for (int i = 1; i < drafts.size(); i++) {
            var wanted = piece(drafts.get(i));
            for (var before : drafts.subList(0, i)) {
                var other = piece(before);
                if (wanted != null && other != null && other.excludes(wanted)) {
                    return Optional.of(Map.entry(i, refusal(other)));
                }
            }
        }
        return Optional.empty();
    }

    private static Refusal refusal(Piece other) {
        return Refusal.of(
                CheckoutReason.GUEST_ELSEWHERE,
                "slotStart",
                Map.of("what", other.offer().title()));
    }

    private static Piece at(Piece piece, Instant start) {
        Duration length = piece.during().length();
        return new Piece(piece.offer(), TimeSpan.of(start, length));
    }

    /** What else they come for: neither called off, even if the counters do not know yet, nor run out. */
    private List<Piece> besides(Order order) {
        var others = baskets.pieces(order.id()).stream()
                .filter(piece -> !piece.equals(order.id()))
                .toList();
        var off = leaving.among(others).whole();
        return orders.get(others).values().stream()
                .filter(this::isComing)
                .filter(other -> !off.containsKey(other.id()))
                .flatMap(other -> Optional.ofNullable(piece(other)).stream())
                .toList();
    }

    private boolean isComing(Order order) {
        return !order.state().isOff()
                && (order.state() != OrderState.HELD || order.holdExpiresAt().isAfter(clock.instant()));
    }

    private @Nullable Piece piece(Order order) {
        var line = order.first();
        return piece(offers.get(line.offer(), line.offerVersion()), line.startsAt(), line.endsAt());
    }

    private static @Nullable Piece piece(Draft draft) {
        var line = draft.order().first();
        return piece(draft.offer(), line.startsAt(), line.endsAt());
    }

    private static @Nullable Piece piece(Offer offer, @Nullable Instant start, @Nullable Instant end) {
        return start == null || end == null || !start.isBefore(end) ? null : new Piece(offer, new TimeSpan(start, end));
    }
}
