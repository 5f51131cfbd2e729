package org.townloop.supply.merchant;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** A place's public id. */
public record PlaceId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
