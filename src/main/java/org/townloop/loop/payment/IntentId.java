package org.townloop.loop.payment;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** An intent's public id, and our reference for it at the gateway. */
public record IntentId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
