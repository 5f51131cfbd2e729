package org.townloop.supply.merchant;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** Names a merchant. */
public record MerchantId(UUID value) implements Comparable<MerchantId> {

    public RegionId region() {
        return RegionId.of(value);
    }

    @Override
    public int compareTo(MerchantId other) {
        return value.compareTo(other.value);
    }
}
