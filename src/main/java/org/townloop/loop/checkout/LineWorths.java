package org.townloop.loop.checkout;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.GivenBacks;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;

/**
 * What units of an order's lines were paid. Of goods it is what was charged when they were packed: what was missing went
 * back then, and does not go back twice.
 */
@Component
class LineWorths {

    /**
     * A line, and what of it can be given back.
     *
     * @param units that were had or are to be had
     * @param left of these, of which nothing was given back yet
     * @param worth of all its units, as far as it was paid through us
     */
    record Worth(Line line, int units, int left, Money worth) {

        /** Of the next so many, so that all parts add up to the whole. */
        Money ofNext(int count) {
            var before = units - left;
            return new Money(first(before + count) - first(before), worth.currency());
        }

        private long first(int count) {
            return Math.multiplyExact(worth.minor(), (long) count) / units;
        }
    }

    private final Deliveries deliveries;
    private final GivenBacks givenBacks;

    LineWorths(Deliveries deliveries, GivenBacks givenBacks) {
        this.deliveries = deliveries;
        this.givenBacks = givenBacks;
    }

    List<Worth> of(Order order) {
        var packed = deliveries.packed(List.of(order.id())).getOrDefault(order.id(), Map.of());
        var given = new HashMap<Integer, Integer>();
        givenBacks
                .of(order.id())
                .forEach(back -> back.units().forEach((line, units) -> given.merge(line, units, Integer::sum)));
        return order.lines().stream()
                .map(line -> {
                    var there = Optional.ofNullable(packed.get(line.line()));
                    var units = there.filter(one -> one.quantity() < line.quantity())
                            .map(one -> one.other() == null ? one.quantity() : line.quantity())
                            .orElse(line.quantity());
                    var worth = there.map(one -> one.charged()).orElseGet(() -> paid(order, line));
                    return new Worth(
                            line, Math.max(1, units), Math.max(0, units - given.getOrDefault(line.line(), 0)), worth);
                })
                .toList();
    }

    /** What was sold for a deposit is one line. */
    private static Money paid(Order order, Line line) {
        return order.balance().isZero() ? line.total() : order.total();
    }

    /** What so many units of each are worth together. */
    Outcome<Money> of(Order order, Map<Integer, Integer> units) {
        var lines = order.lines().stream().map(Line::line).toList();
        if (!lines.containsAll(units.keySet())) {
            return Outcome.refused(Refusal.of(CheckoutReason.GIVE_BACK_UNITS, "units", Map.of("left", 0)));
        }
        var sum = Money.zero(order.total().currency());
        for (var worth : of(order)) {
            var wanted = units.getOrDefault(worth.line().line(), 0);
            if (wanted < 0 || wanted > worth.left()) {
                return Outcome.refused(
                        Refusal.of(CheckoutReason.GIVE_BACK_UNITS, "units", Map.of("left", worth.left())));
            }
            sum = sum.plus(worth.ofNext(wanted));
        }
        return Outcome.done(sum);
    }
}
