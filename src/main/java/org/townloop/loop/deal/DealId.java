package org.townloop.loop.deal;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** Names a deal; made in the region of its offer. */
public record DealId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
