package org.townloop.supply.merchant;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** Names a resource. */
public record ResourceId(UUID value) implements Comparable<ResourceId> {

    public RegionId region() {
        return RegionId.of(value);
    }

    @Override
    public int compareTo(ResourceId other) {
        return value.compareTo(other.value);
    }
}
