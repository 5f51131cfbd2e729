package org.townloop.loop.screening;

import org.townloop.base.kernel.Words;

/**
 * How many there would be with this value, all other conditions kept.
 *
 * @param value as the query takes it; a price band is {@code 5000-9999} in minor units, the last one {@code 50000-}
 * @param chosen whether the query asks for it already
 */
public record FacetCount(String value, Words label, int count, boolean chosen) {}
