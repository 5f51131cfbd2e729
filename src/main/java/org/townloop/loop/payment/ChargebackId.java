package org.townloop.loop.payment;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** A chargeback's own id. */
public record ChargebackId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
