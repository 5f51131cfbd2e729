package org.townloop.loop.checkout;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.PackedLine;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;
import org.townloop.supply.offer.Offers;

/** What is in a basket that was packed, and what each line of it costs now: never more than it was sold for. */
@Component
class Contents {

    private final Offers offers;

    Contents(Offers offers) {
        this.offers = offers;
    }

    /** @param said of what nothing is said, all is there */
    Outcome<List<PackedLine>> of(Order order, List<Packed> said) {
        var byLine = said.stream().collect(Collectors.toMap(Packed::line, Function.identity(), (one, other) -> other));
        var known = offers.get(said.stream()
                .flatMap(each -> Stream.ofNullable(each.other()))
                .distinct()
                .toList());
        var lines = new ArrayList<PackedLine>();
        for (var line : order.lines()) {
            var packed = byLine.getOrDefault(line.line(), new Packed(line.line(), line.quantity(), null, 0));
            var refusal = wrong(order, line, packed, known);
            if (refusal != null) {
                return Outcome.refused(refusal);
            }
            lines.add(packed(line, packed, known));
        }
        return Outcome.done(lines);
    }

    private static @Nullable Refusal wrong(Order order, Line line, Packed packed, Map<OfferId, Offer> known) {
        var instead = packed.otherQuantity();
        var other = packed.other() == null ? null : known.get(packed.other());
        var isOther = other != null
                && other.place().equals(order.place())
                && other.article() != null
                && !other.id().equals(line.offer());
        if (packed.quantity() < 0
                || instead < 0
                || packed.quantity() + instead > line.quantity()
                || (instead > 0 && !isOther)) {
            return Refusal.of(
                    CheckoutReason.PACKED_INVALID,
                    "line." + line.line(),
                    Map.of("article", line.title(), "max", line.quantity()));
        }
        return instead > 0 && Substitution.of(line) == Substitution.LEAVE_OUT
                ? Refusal.of(CheckoutReason.NOTHING_INSTEAD, "line." + line.line(), Map.of("article", line.title()))
                : null;
    }

    /** Of what was packed in place of something each costs the lesser of both. */
    private static PackedLine packed(Line line, Packed packed, Map<OfferId, Offer> known) {
        var charged = line.unit().times(packed.quantity());
        var other = packed.other() == null ? null : known.get(packed.other());
        if (other == null || packed.otherQuantity() == 0) {
            return new PackedLine(
                    line.line(), packed.quantity(), null, line.total(), lettingOff(line, packed.quantity(), charged));
        }
        var each = other.price().minor() < line.unit().minor() ? other.price() : line.unit();
        return new PackedLine(
                line.line(),
                packed.quantity(),
                new PackedLine.Other(other.id(), other.title(), packed.otherQuantity()),
                line.total(),
                lettingOff(
                        line,
                        packed.quantity() + packed.otherQuantity(),
                        charged.plus(each.times(packed.otherQuantity()))));
    }

    /** What a coupon lets off is let off each unit, rounded up: nobody pays more for what was missing. */
    private static Money lettingOff(Line line, int units, Money charged) {
        var off = Math.ceilDiv(Math.multiplyExact(line.off().minor(), (long) units), line.quantity());
        return new Money(Math.max(0, charged.minor() - off), charged.currency());
    }
}
