package org.townloop.supply.merchant.listing;

import org.jspecify.annotations.Nullable;

/**
 * How to read the files.
 *
 * @param region number or code of the region that all places belong to; null: each row's address or position says
 * @param datum what the coordinates mean
 */
public record Options(@Nullable String region, Datum datum) {

    public static final Options USUAL = new Options(null, Datum.WGS84);
}
