package org.townloop.loop.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.voucher.Voucher;
import org.townloop.loop.voucher.VoucherId;
import org.townloop.loop.voucher.VoucherState;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.Packs;

/**
 * Which vouchers an order comes to: of what is booked at a time one for each unit, of what is had on a day one for all
 * units of a line, which is used in parts. What was paid at the shop releases nothing.
 */
@Component
class Issuance {

    private final Offers offers;
    private final Packs packs;

    Issuance(Offers offers, Packs packs) {
        this.offers = offers;
        this.packs = packs;
    }

    List<Voucher> of(Order order, Instant now) {
        var vouchers = new ArrayList<Voucher>();
        for (var line : order.lines()) {
            var offer = offers.get(line.offer(), line.offerVersion());
            vouchers.addAll(of(order, line, offer, now).toList());
        }
        return vouchers;
    }

    /** Until when what begins then may be redeemed. */
    Instant validUntil(Offer offer, Instant startsAt, Instant endsAt) {
        var days =
                packs.get(offer.pack(), offer.packVersion()).mode(offer.mode()).voucherValidDays();
        return offer.isWalkIn() ? endsAt : startsAt.plus(Duration.ofDays(days));
    }

    private Stream<Voucher> of(Order order, Line line, Offer offer, Instant now) {
        var start = Objects.requireNonNullElse(line.startsAt(), now);
        var validUntil = validUntil(offer, start, Objects.requireNonNullElse(line.endsAt(), start));
        if (offer.isWalkIn()) {
            return Stream.of(voucher(order, line, 1, line.quantity(), worth(order, line.total()), validUntil, now));
        }
        var parts = line.total()
                .allocate(IntStream.generate(() -> 1).limit(line.quantity()).toArray());
        return IntStream.rangeClosed(1, line.quantity())
                .mapToObj(unit -> voucher(order, line, unit, 1, worth(order, parts[unit - 1]), validUntil, now));
    }

    private static Money worth(Order order, Money value) {
        return order.pays() == Pays.SHOP ? Money.zero(value.currency()) : value;
    }

    private static Voucher voucher(
            Order order, Line line, int unit, int units, Money value, Instant validUntil, Instant now) {
        return new Voucher(
                new VoucherId(Ids.next(order.id().region(), now)),
                order.id(),
                line.line(),
                unit,
                order.place(),
                line.offer(),
                order.resident(),
                value,
                units,
                0,
                VoucherState.ISSUED,
                line.startsAt(),
                validUntil,
                null);
    }
}
