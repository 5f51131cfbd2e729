package org.townloop.supply.merchant.listing;

import org.townloop.base.kernel.Words;

/**
 * A data set that places come from, and how it wants to be thanked.
 *
 * @param id as it stands in {@code Place.source}
 * @param attribution to be shown wherever its places are
 * @param licence its short name
 * @param page where to read about it
 */
public record Source(String id, Words attribution, String licence, String page) {}
