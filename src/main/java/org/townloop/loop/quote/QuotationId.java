package org.townloop.loop.quote;

import java.util.UUID;
import org.townloop.base.kernel.RegionId;

/** A quotation's public id. */
public record QuotationId(UUID value) {

    public RegionId region() {
        return RegionId.of(value);
    }
}
