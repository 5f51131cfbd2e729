package org.townloop.supply.booking;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Stay;

/**
 * The nights of an offer and what is left of them.
 *
 * @param taken of each lot
 */
record StayNights(StayRules rules, Stay stay, Map<Lot, Integer> taken) {

    /** The nights from the first day to the last, the last one left out; none before today or beyond a year. */
    List<StayNight> between(Money usual, LocalDate first, LocalDate last) {
        var timeline = rules.roster().timeline();
        var today = timeline.today();
        var from = first.isBefore(today) ? today : first;
        var end = today.plusDays(Roster.YEAR);
        var to = last.isAfter(end) ? end : last;
        return !from.isBefore(to)
                ? List.of()
                : from.datesUntil(to).map(night -> night(usual, night)).toList();
    }

    /** The marks of check-in on the days on which the shortest stay can begin. */
    long[] arrivals() {
        var timeline = rules.roster().timeline();
        var arrivals = Bits.none(timeline.marks());
        timeline.today()
                .datesUntil(timeline.today().plusDays(Timeline.DAYS))
                .filter(this::canBegin)
                .forEach(day -> {
                    var mark = timeline.floor(Nights.checkIn(stay, timeline.zone(), day));
                    Bits.set(arrivals, mark, mark + 1);
                });
        return arrivals;
    }

    /** What the nights of a wish cost, or why they cannot be had. */
    Outcome<StayQuote> quote(Offer offer, Wish wish, boolean whateverIsLeft) {
        return switch (Nights.of(stay, rules.roster().timeline().zone(), wish)) {
            case Outcome.Refused<Nights>(var refusal) -> Outcome.refused(refusal);
            case Outcome.Done<Nights>(var nights) -> {
                var refusal = rules.refusal(offer, wish, stay, nights);
                yield refusal == null ? quote(offer, wish, nights, whateverIsLeft) : Outcome.refused(refusal);
            }
        };
    }

    private Outcome<StayQuote> quote(Offer offer, Wish wish, Nights nights, boolean whateverIsLeft) {
        var each =
                nights.days().stream().map(night -> night(offer.price(), night)).toList();
        var left = each.stream().mapToInt(StayNight::left).min().orElse(0);
        return left >= wish.quantity() || whateverIsLeft
                ? Outcome.done(new StayQuote(wish, each, nights.price(stay, offer.price())))
                : Outcome.refused(LotBookings.refusal(left));
    }

    /** Whether the shortest stay can begin on that day. */
    private boolean canBegin(LocalDate day) {
        var departure = day.plusDays(stay.fewestNights());
        return rules.isOpenTo(stay, day, departure) && day.datesUntil(departure).allMatch(night -> left(night) > 0);
    }

    private StayNight night(Money usual, LocalDate night) {
        var closed = rules.roster().closed().contains(night);
        return new StayNight(
                night, left(night), stay.price(night, usual), stay.isArrivalDay(night) && !closed, !closed);
    }

    private int left(LocalDate night) {
        var lot = Nights.lot(stay, rules.roster().timeline().zone(), night);
        return Math.max(0, rules.capacity(lot) - taken.getOrDefault(lot, 0));
    }
}
