package org.townloop.bench;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.BitSet;
import java.util.List;
import java.util.UUID;

/**
 * What the machine can do at most: the free five-minute marks of one person and one room of each salon lie one after the
 * other, and are read from front to back.
 */
final class BitScan {

    private static final int MARKS = CrowdedTown.DAYS * 288;
    private static final int WORDS = (MARKS + 63) / 64 + 1; // one more, so that a window may end in it

    private final long[] people;
    private final long[] rooms;

    private BitScan(int salons) {
        people = new long[salons * WORDS];
        rooms = new long[salons * WORDS];
    }

    static BitScan over(Connection connection, List<UUID> offers) throws SQLException {
        var scan = new BitScan(offers.size());
        for (int salon = 0; salon < offers.size(); salon++) {
            for (int day = 0; day < CrowdedTown.DAYS; day++) {
                scan.put(salon, day * 288 + 120, day * 288 + 264, true, "STAFF");
                scan.put(salon, day * 288 + 120, day * 288 + 264, true, "RESOURCE");
            }
        }
        var base = CrowdedTown.firstDay().atStartOfDay(CrowdedTown.ZONE).toEpochSecond();
        try (var query = connection.prepareStatement("""
            select s.n, c.kind, extract(epoch from lower(c.during))::bigint, extract(epoch from upper(c.during))::bigint
            from booking.claim c join public.bench_salon s on s.place = c.place_id
            """)) {
            connection.setAutoCommit(false);
            query.setFetchSize(10_000);
            try (var rows = query.executeQuery()) {
                while (rows.next()) {
                    scan.put(
                            rows.getInt(1),
                            (int) (rows.getLong(3) - base) / 300,
                            (int) (rows.getLong(4) - base) / 300,
                            false,
                            rows.getString(2));
                }
            }
            connection.setAutoCommit(true);
        }
        return scan;
    }

    private void put(int salon, int from, int to, boolean isFree, String kind) {
        var bits = kind.equals("STAFF") ? people : rooms;
        for (int mark = from; mark < to; mark++) {
            var word = salon * WORDS + (mark >>> 6);
            bits[word] = isFree ? bits[word] | 1L << mark : bits[word] & ~(1L << mark);
        }
    }

    /** Which salons have both free for an hour in a window of fewer than 64 marks. */
    BitSet ask(int from, int to) {
        var salons = people.length / WORDS;
        var free = new BitSet(salons);
        var window = (1L << (to - from)) - 1;
        var word = from >>> 6;
        for (int salon = 0, at = word; salon < salons; salon++, at += WORDS) {
            var both = (people[at] >>> from | shifted(people[at + 1], from))
                    & (rooms[at] >>> from | shifted(rooms[at + 1], from))
                    & window;
            both &= both >>> 1; // runs of 2, of 3, of 6, of 12
            both &= both >>> 1;
            both &= both >>> 3;
            both &= both >>> 6;
            if (both != 0) {
                free.set(salon);
            }
        }
        return free;
    }

    private static long shifted(long next, int by) {
        return (by & 63) == 0 ? 0 : next << -by;
    }
}
