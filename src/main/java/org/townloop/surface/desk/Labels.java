package org.townloop.surface.desk;

import java.util.ArrayList;
import java.util.List;

/**
 * Finds room for labels, so that none is cut and none lies over another: a label is at least so wide that a name can be
 * read, and goes to the next row if the one above is taken there.
 */
final class Labels {

    /** In marks of five minutes: 80 minutes, at least 110 pixels. */
    static final int LEAST_ROOM = 16;

    private final List<Integer> endOfRow = new ArrayList<>();

    /** Where a label goes. */
    record Spot(int row, int room) {}

    /** Blocks come in the order of their beginning. */
    Spot next(int from, int marks) {
        var room = Math.max(marks, LEAST_ROOM);
        var row = 0;
        while (row < endOfRow.size() && endOfRow.get(row) > from) {
            row++;
        }
        if (row == endOfRow.size()) {
            endOfRow.add(0);
        }
        endOfRow.set(row, from + room);
        return new Spot(row + 1, room);
    }

    int rows() {
        return Math.max(1, endOfRow.size());
    }
}
