package org.townloop.loop.dispute;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** A dispute's public id. */
public record DisputeId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
