package org.townloop.supply.offer;

import org.jspecify.annotations.Nullable;

/**
 * Goods that are put into a basket with others of the place, and brought or fetched in one of its windows.
 *
 * @param most how many of it an order may have, 1 to 20
 * @param perDay how many there are for the windows of a day; null if the place does not count them
 */
public record Article(int most, @Nullable Integer perDay) implements Arrangement {

    /** As many as a line of an order may have. */
    public static final int MOST = 20;
}
