package org.townloop.loop.visit;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** A visit's public id. */
public record VisitId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
