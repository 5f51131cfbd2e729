package org.townloop.loop.ordering;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** An order's public id. */
public record OrderId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
