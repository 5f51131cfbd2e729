package org.townloop.supply.booking;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.townloop.supply.merchant.DeliverySettings.Opening;
import org.townloop.supply.offer.Article;
import org.townloop.supply.offer.Offer;

/**
 * The windows of a place in which goods can be had, and how much of them is left.
 *
 * @param takenOfLots how many orders are in each window
 * @param takenOnDays how many of an article go with the windows of a day
 */
record WindowBits(Roster roster, Map<Lot, Integer> takenOfLots, Map<OfferDay, Integer> takenOnDays) {

    /** The marks at which a window begins that is not full; whether it can still be ordered for, the moment decides. */
    long[] starts(Offer offer, Article article) {
        var timeline = roster.timeline();
        var begins = Bits.none(timeline.marks());
        for (var opening : ahead()) {
            if (left(offer, article, opening.start()) > 0) {
                var mark = timeline.floor(opening.start());
                Bits.set(begins, mark, mark + 1);
            }
        }
        return begins;
    }

    /** How many more orders may have the article in the window that begins then: none if nothing of it is left that day. */
    int left(Offer offer, Article article, Instant start) {
        var perDay = article.perDay();
        var zone = roster.timeline().zone();
        var day = new OfferDay(offer.id(), LocalDate.ofInstant(start, zone));
        if (perDay != null && perDay <= takenOnDays.getOrDefault(day, 0)) {
            return 0;
        }
        return roster.delivery().at(zone, start).map(this::left).orElse(0);
    }

    /** How many more orders a window can take. */
    int left(Opening opening) {
        var lot = new Lot(roster.place().value(), opening.start());
        return Math.max(0, opening.orders() - takenOfLots.getOrDefault(lot, 0));
    }

    /** The windows from today on, full or not. */
    List<Opening> ahead() {
        return new WindowRules(roster, roster.timeline().base()).ahead();
    }

    /** Of those starts those for which it can still be ordered. */
    long[] inTime(long[] starts, Instant now) {
        var timeline = roster.timeline();
        var open = starts.clone();
        for (var opening : ahead()) {
            if (!opening.isOpenAt(now)) {
                var mark = timeline.floor(opening.start());
                Bits.clear(open, mark, mark + 1);
            }
        }
        return open;
    }

    /** When the next window closes, in seconds of the epoch; never, if none does. */
    long closesNext(Instant now) {
        return ahead().stream()
                .filter(opening -> opening.isOpenAt(now))
                .mapToLong(opening -> opening.closesAt().getEpochSecond())
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** When the last window closed, in seconds of the epoch; long ago, if none did. */
    long closedLast(Instant now) {
        return ahead().stream()
                .filter(opening -> !opening.isOpenAt(now))
                .mapToLong(opening -> opening.closesAt().getEpochSecond())
                .max()
                .orElse(Long.MIN_VALUE);
    }

    /** Those that can still be ordered for at the moment and begin at the one time or later, and before the other. */
    List<Opening> open(Instant now, Instant from, Instant to) {
        return ahead().stream()
                .filter(opening -> opening.isOpenAt(now))
                .filter(opening ->
                        !opening.start().isBefore(from) && opening.start().isBefore(to))
                .toList();
    }
}
