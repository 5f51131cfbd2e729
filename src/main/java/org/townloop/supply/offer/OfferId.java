package org.townloop.supply.offer;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** Names an offer, whatever its version. */
public record OfferId(UUID value) implements Comparable<OfferId> {

    public RegionId region() {
        return RegionId.of(value);
    }

    @Override
    public int compareTo(OfferId other) {
        return value.compareTo(other.value);
    }
}
