package org.townloop.loop.payment;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** A refund's public id, and our reference for it at the gateway. */
public record RefundId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
