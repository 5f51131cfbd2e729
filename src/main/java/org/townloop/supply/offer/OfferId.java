package org.townloop.supply.offer;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** An offer's public id. */
public record OfferId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
