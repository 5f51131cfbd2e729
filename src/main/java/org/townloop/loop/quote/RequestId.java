package org.townloop.loop.quote;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** A request's public id. */
public record RequestId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
