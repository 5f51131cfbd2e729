package org.townloop.supply.merchant.listing;

import java.util.HashMap;
import java.util.Map;
import org.townloop.base.kernel.Words;
import org.townloop.supply.pack.Trade;

/** Knows the rows of a file that were taken: by key, and by name, trade and position to some ten metres. */
class Duplicates {

    private record Twin(Words name, String trade, long lat, long lon) {}

    private final Map<Object, Integer> lines = new HashMap<>();

    /** The line on which the same place stood before, or 0; then it is remembered. */
    int of(Row.Found row, Trade trade) {
        var before = lines.getOrDefault(row.key(), 0);
        if (before == 0 && row.point() != null) {
            var twin = new Twin(
                    row.name(),
                    trade.id(),
                    tenMetres(row.point().lat()),
                    tenMetres(row.point().lon()));
            before = lines.getOrDefault(twin, 0);
            lines.putIfAbsent(twin, row.line());
        }
        lines.putIfAbsent(row.key(), row.line());
        return before;
    }

    private static long tenMetres(double degrees) {
        return Math.round(degrees * 10_000);
    }
}
