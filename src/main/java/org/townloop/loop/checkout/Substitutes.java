package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.PackedLine;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.offer.Offers;

/**
 * What is given in place of something else is not sold to somebody else: of articles that are counted it takes its units of
 * the day. What is missing gives none back, for there is none of it.
 */
@Component
class Substitutes {

    private final Offers offers;
    private final Bookings bookings;

    Substitutes(Offers offers, Bookings bookings) {
        this.offers = offers;
        this.bookings = bookings;
    }

    /** In the caller's transaction, which is rolled back if it is refused. */
    Outcome<Order> take(Order order, Collection<PackedLine> lines) {
        var start = Objects.requireNonNull(order.startsAt(), "goods have a window");
        var requests = lines.stream()
                .flatMap(line -> Stream.ofNullable(line.other()).map(other -> request(order, line, other, start)))
                .toList();
        return switch (bookings.takeInstead(requests)) {
            case Outcome.Done<?> _ -> Outcome.done(order);
            case Outcome.Refused<?>(var why) ->
                Outcome.refused(Refusal.of(why.reason(), field(why, lines), why.facts()));
        };
    }

    private HoldRequest request(Order order, PackedLine line, PackedLine.Other other, Instant start) {
        var offer = Objects.requireNonNull(offers.get(List.of(other.offer())).get(other.offer()));
        return new HoldRequest(
                order.id().value(), line.line(), offer, Wish.at(start, other.quantity()), order.holdExpiresAt());
    }

    /** The line on which it was said. */
    private static String field(Refusal why, Collection<PackedLine> lines) {
        return lines.stream()
                .filter(line -> line.other() != null
                        && line.other().title().equals(why.facts().get("article")))
                .findFirst()
                .map(line -> "line." + line.line())
                .orElse("lines");
    }
}
