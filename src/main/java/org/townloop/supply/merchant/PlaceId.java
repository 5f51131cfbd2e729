package org.townloop.supply.merchant;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** Names a place. */
public record PlaceId(UUID value) implements Comparable<PlaceId> {

    public RegionId region() {
        return RegionId.of(value);
    }

    @Override
    public int compareTo(PlaceId other) {
        return value.compareTo(other.value);
    }
}
