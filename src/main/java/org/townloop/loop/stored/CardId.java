package org.townloop.loop.stored;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** A card's public id. It owns the card's account in the ledger. */
public record CardId(UUID value) implements Comparable<CardId> {

    public RegionId region() {
        return RegionId.of(value);
    }

    @Override
    public int compareTo(CardId other) {
        return value.compareTo(other.value);
    }
}
