package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.ResourceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Stay;
import org.townloop.supply.pack.BookingMode;

/**
 * Which nights can be asked for at all, whatever is left of them. A place must be open where guests come and go; on the
 * days between they have a key.
 *
 * @param closed what the house has taken out of sale, by night
 */
record StayRules(Roster roster, BookingMode mode, Instant now, Map<Lot, Integer> closed) {

    private static final String START = "slotStart";
    private static final String END = "slotEnd";
    private static final int HUNDRED = 100;

    /** @param expiresAt when the claims expire; null for never */
    Outcome<List<LotClaim>> claims(HoldRequest request, Stay stay, @Nullable Instant expiresAt) {
        return switch (Nights.of(stay, roster.timeline().zone(), request.wish())) {
            case Outcome.Refused<Nights>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Nights>(var nights) -> {
                var refusal = refusal(request.offer(), request.wish(), stay, nights);
                yield refusal == null
                        ? Outcome.done(claims(request, stay, nights, expiresAt))
                        : Outcome.refused(refusal);
            }
        };
    }

    /**
     * How many rooms may be taken of a night, by guests or out of sale: those that there are and that no other
     * calendar has taken, and the share on top that the pack has, of those that are not closed.
     */
    int capacity(Lot night) {
        var rooms = roster.rooms(
                new ResourceId(night.subject()),
                LocalDate.ofInstant(night.start(), roster.timeline().zone()));
        var shut = Math.min(rooms, closed.getOrDefault(night, 0));
        return shut + (rooms - shut) * (HUNDRED + share(mode)) / HUNDRED;
    }

    /** In percent of the rooms; 0 where each is sold once. */
    static int share(BookingMode mode) {
        return mode instanceof BookingMode.Stay stay ? stay.overbookingPercent() : 0;
    }

    /** Whether guests may come on that day, and these nights end on one on which they may go. */
    boolean isOpenTo(Stay stay, LocalDate arrival, LocalDate departure) {
        return stay.isArrivalDay(arrival)
                && !roster.closed().contains(arrival)
                && !roster.closed().contains(departure);
    }

    @Nullable
    Refusal refusal(Offer offer, Wish wish, Stay stay, Nights nights) {
        if (!offer.active() || roster.rooms(stay.rooms()) == 0) {
            return Refusal.of(BookingReason.OFFER_NOT_SOLD, "offerId");
        }
        if (nights.arrival().isBefore(roster.timeline().today())) {
            return Refusal.of(BookingReason.START_PAST, START); // who comes late tonight has a bed all the same
        }
        if (nights.count() < stay.fewestNights()) {
            return Refusal.of(BookingReason.STAY_TOO_SHORT, END, Map.of("nights", stay.fewestNights()));
        }
        if (nights.departure().isAfter(roster.timeline().today().plusDays(Roster.YEAR))) {
            return Refusal.of(BookingReason.START_TOO_FAR, START, Map.of("days", Roster.YEAR));
        }
        return doors(wish, stay, nights);
    }

    private @Nullable Refusal doors(Wish wish, Stay stay, Nights nights) {
        if (!stay.isArrivalDay(nights.arrival())) {
            return Refusal.of(BookingReason.NO_ARRIVALS_THEN, START);
        }
        if (roster.closed().contains(nights.arrival())) {
            return Refusal.of(BookingReason.NOBODY_AT_THE_DOOR, START);
        }
        if (roster.closed().contains(nights.departure())) {
            return Refusal.of(BookingReason.NOBODY_AT_THE_DOOR, END);
        }
        var guests = wish.guests();
        var most = stay.sleeps() * wish.quantity();
        return guests == null || (guests > 0 && guests <= most)
                ? null
                : Refusal.of(BookingReason.TOO_MANY_GUESTS, "answers.guests", Map.of("max", most));
    }

    private List<LotClaim> claims(HoldRequest request, Stay stay, Nights nights, @Nullable Instant expiresAt) {
        var zone = roster.timeline().zone();
        return nights.days().stream()
                .map(night -> Nights.lot(stay, zone, night))
                .map(night -> new LotClaim(
                        request.order(),
                        request.line(),
                        roster.place(),
                        night,
                        request.quantity(),
                        capacity(night),
                        expiresAt))
                .toList();
    }
}
