package org.townloop.loop.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Collectors;
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
import org.townloop.supply.booking.DayWindows;
import org.townloop.supply.offer.Ad;
import org.townloop.supply.offer.Appointment;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.ByQuote;
import org.townloop.supply.offer.HomeVisit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Online;
import org.townloop.supply.offer.Ride;
import org.townloop.supply.offer.Session;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.offer.Stored;
import org.townloop.supply.offer.Table;
import org.townloop.supply.offer.WalkIn;
import org.townloop.supply.pack.Packs;

/**
 * Which vouchers an order comes to: of what is booked at a time one for each unit; of what is had on a day, of a class and
 * of a table one for all units of a line, which is used in parts. What was paid at the shop releases nothing.
 */
@Component
class Issuance {

    /** What is opened online has no end; what can be written into a voucher has. */
    private static final Duration ALWAYS = Duration.ofDays(3_650);

    private final Packs packs;
    private final DayWindows windows;

    Issuance(Packs packs, DayWindows windows) {
        this.packs = packs;
        this.windows = windows;
    }

    /** Of many at once: when the days are over on which tables are had is asked of all their places together. */
    List<Voucher> of(Collection<Order> orders, Sold sold, Instant now) {
        var withTables = orders.stream()
                .filter(order ->
                        order.lines().stream().anyMatch(line -> sold.offer(line).arrangement() instanceof Table))
                .map(Order::place)
                .collect(Collectors.toSet());
        Supplier<List<Voucher>> all = () ->
                orders.stream().flatMap(order -> of(order, sold, now).stream()).toList();
        return withTables.isEmpty() ? all.get() : windows.at(withTables, all);
    }

    private List<Voucher> of(Order order, Sold sold, Instant now) {
        var first = order.first();
        var offer = sold.offer(first);
        return offer.article() != null
                ? List.of(basket(order, first, offer, now)) // what is brought together is handed over together
                : order.lines().stream()
                        .flatMap(line -> of(order, line, sold.offer(line), now))
                        .toList();
    }

    /** Until when what begins then may be redeemed. */
    Instant validUntil(Offer offer, Instant startsAt, Instant endsAt) {
        return switch (offer.arrangement()) {
            case WalkIn _, Session _, Stay _ -> endsAt;
            case Table _ -> windows.endOfDay(offer, startsAt);
            case Appointment _, HomeVisit _, Ride _, Article _ -> startsAt.plus(days(offer));
            case ByQuote _ -> endsAt.plus(days(offer));
            case Online _ -> startsAt.plus(ALWAYS);
            case Ad _, Stored _ -> throw noVoucher(offer);
        };
    }

    private Duration days(Offer offer) {
        var mode = packs.get(offer.pack(), offer.packVersion()).mode(offer.mode());
        return Duration.ofDays(mode.voucherValidDays());
    }

    /** Whether all units of a line have one voucher: those of a day, of a class and of a party come together. */
    private static boolean isTogether(Offer offer) {
        return switch (offer.arrangement()) {
            case WalkIn _, Session _, Table _, Online _, Article _ -> true;
            case Appointment _, Stay _, HomeVisit _, ByQuote _, Ride _ -> false;
            case Ad _, Stored _ -> throw noVoucher(offer);
        };
    }

    private static IllegalStateException noVoucher(Offer offer) {
        return new IllegalStateException(
                "nothing is shown at a counter for it: " + offer.id().value());
    }

    private Stream<Voucher> of(Order order, Line line, Offer offer, Instant now) {
        var start = Objects.requireNonNullElse(line.startsAt(), now);
        var validUntil = validUntil(offer, start, Objects.requireNonNullElse(line.endsAt(), start));
        if (isTogether(offer)) {
            return Stream.of(voucher(order, line, 1, line.quantity(), paid(order, line), validUntil, now));
        }
        var parts = paid(order, line)
                .allocate(IntStream.generate(() -> 1).limit(line.quantity()).toArray());
        return IntStream.rangeClosed(1, line.quantity())
                .mapToObj(unit -> voucher(order, line, unit, 1, parts[unit - 1], validUntil, now));
    }

    /** One for the whole order, its way included. */
    private Voucher basket(Order order, Line first, Offer offer, Instant now) {
        var start = Objects.requireNonNullElse(first.startsAt(), now);
        var validUntil = validUntil(offer, start, Objects.requireNonNullElse(first.endsAt(), start));
        return voucher(order, first, 1, 1, worth(order, order.total()), validUntil, now);
    }

    /** What was sold for a deposit is one line. */
    private static Money paid(Order order, Line line) {
        return worth(order, order.balance().isZero() ? line.total() : order.total());
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
