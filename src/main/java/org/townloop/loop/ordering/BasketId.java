package org.townloop.loop.ordering;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** The public id of orders that were held together. */
public record BasketId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
