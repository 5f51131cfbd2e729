package org.townloop.supply.booking;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import org.townloop.base.kernel.Money;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.Offer;

/**
 * One way to have the services of a {@link Combination}: it can be held as it stands, if nobody is quicker.
 *
 * @param pieces in the order of time, at least two
 */
public record Plan(List<Piece> pieces) {

    /**
     * One service.
     *
     * @param end when it is done; who does it may need longer, to clear up
     * @param staff who would do it
     */
    public record Piece(Offer offer, Instant start, Instant end, List<StaffId> staff) {

        /** What of its price is paid when booking. */
        public Money dueNow() {
            var deposit = offer.deposit();
            return deposit == null ? offer.price() : deposit.of(offer.price());
        }
    }

    public Instant start() {
        return pieces.getFirst().start();
    }

    /** When the last of them is done. */
    public Instant end() {
        return pieces.stream().map(Piece::end).max(Comparator.naturalOrder()).orElseThrow();
    }

    public Duration lasting() {
        return Duration.between(start(), end());
    }

    /** What of that is paid when booking; the rest at the place. */
    public Money dueNow() {
        return pieces.stream().map(Piece::dueNow).reduce(Money::plus).orElseThrow();
    }

    /** What all of them cost. */
    public Money total() {
        return pieces.stream()
                .map(piece -> piece.offer().price())
                .reduce(Money::plus)
                .orElseThrow();
    }
}
