package org.townloop.loop.voucher;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** The public id of a counter's device. */
public record DeviceId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
