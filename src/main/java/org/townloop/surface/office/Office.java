package org.townloop.surface.office;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Region;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.Times;

/**
 * What all pages of a region's office share.
 *
 * @param within the region and all below it
 * @param regions those to choose from, if there is a choice
 * @param times on the clocks of the region
 */
record Office(Page page, Region region, Set<RegionId> within, List<Choice> regions, Times times) {

    /** How many days the office looks back on, today included. */
    static final int DAYS = 28;

    /** A region to choose. */
    record Choice(String name, String code, boolean chosen) {}

    String name() {
        return page.say(region.name());
    }

    /** The beginning of the days that are looked at. */
    Instant from() {
        return times.today().minusDays(DAYS - 1).atStartOfDay(times.zone()).toInstant();
    }

    /** Their end. */
    Instant to() {
        return times.today().plusDays(1).atStartOfDay(times.zone()).toInstant();
    }

    /** The address of a page of this region's office, to which more parameters may be added with an ampersand. */
    String to(String path) {
        return path + "?region=" + region.code();
    }
}
