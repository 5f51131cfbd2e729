package org.townloop.supply.merchant;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** Names a member of staff. */
public record StaffId(UUID value) implements Comparable<StaffId> {

    public RegionId region() {
        return RegionId.of(value);
    }

    @Override
    public int compareTo(StaffId other) {
        return value.compareTo(other.value);
    }
}
