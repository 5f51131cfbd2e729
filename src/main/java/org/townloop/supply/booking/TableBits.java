package org.townloop.supply.booking;

import java.util.List;
import java.util.function.Function;
import org.townloop.supply.booking.Roster.Subject;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Table;

/**
 * When parties can sit down.
 *
 * @param freeOf the marks in which a table is free
 */
record TableBits(Roster roster, Offer offer, Table table, Function<Subject, long[]> freeOf) {

    /** The marks of the grid at which a party of the smallest size can sit down. */
    long[] starts(long[] grid) {
        var all = roster.resourcesFor(offer);
        var alone = all.stream().filter(each -> each.seats() >= table.fewest()).toList();
        var begins = Bits.later(runs(alone), Timeline.marks(offer.bufferBefore()));
        Bits.and(begins, grid);
        if (alone.size() < all.size() && Seating.most(all) >= table.fewest()) {
            addTogether(begins, grid);
        }
        return begins;
    }

    /** The largest party that can sit down at that mark; large ones may sit longer. */
    int party(int start) {
        var large = seated(start, table.most());
        if (large >= table.largeFrom()) {
            return Math.min(large, table.most());
        }
        var small = Math.min(table.largeFrom() - 1, table.most());
        return Math.min(seated(start, small), small);
    }

    private long[] runs(List<Subject> tables) {
        var any = Bits.none(roster.timeline().marks());
        for (var each : tables) {
            Bits.or(any, Bits.runs(freeOf.apply(each), marks(table.fewest())));
        }
        return any;
    }

    private void addTogether(long[] begins, long[] grid) {
        for (var mark = Bits.next(grid, 0); mark >= 0; mark = Bits.next(grid, mark + 1)) {
            if (!Bits.all(begins, mark, mark + 1) && party(mark) >= table.fewest()) {
                Bits.set(begins, mark, mark + 1);
            }
        }
    }

    private int seated(int start, int people) {
        var from = start - Timeline.marks(offer.bufferBefore());
        var to = from + marks(people);
        return from < 0 || to > roster.timeline().marks()
                ? 0
                : Seating.most(roster.resourcesFor(offer).stream()
                        .filter(each -> Bits.all(freeOf.apply(each), from, to))
                        .toList());
    }

    private int marks(int people) {
        return Timeline.marks(offer.occupied().plus(table.longer(people)));
    }
}
