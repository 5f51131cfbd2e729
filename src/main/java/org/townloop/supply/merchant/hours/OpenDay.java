package org.townloop.supply.merchant.hours;

import java.time.LocalDate;
import java.util.List;

/**
 * What begins on a day.
 *
 * @param open in order and apart
 * @param perhaps when it may be open or not
 */
public record OpenDay(LocalDate day, List<WallSpan> open, List<Perhaps> perhaps) {

    /** @param note what the notation says about it in words, or an empty text */
    public record Perhaps(WallSpan span, String note) {}
}
