package org.townloop.surface.office;

import java.util.List;

/**
 * The trades that can be booked here.
 *
 * @param mayChange whether who looks may install a version: packs are of all regions
 */
record PacksView(Office office, boolean mayChange, List<Row> rows) {

    /** @param madeHere whether the version that is sold under was made in the office */
    record Row(String name, String href, int version, int places, int offers, int older, boolean madeHere) {}
}
