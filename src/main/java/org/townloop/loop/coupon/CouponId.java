package org.townloop.loop.coupon;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** Names a coupon; made in the region in which it is good. */
public record CouponId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
