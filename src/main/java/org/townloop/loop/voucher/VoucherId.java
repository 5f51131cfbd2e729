package org.townloop.loop.voucher;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** A voucher's public id. */
public record VoucherId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
