package org.townloop.supply.pack;

import java.util.UUID;
import org.townloop.base.kernel.Event;
import org.townloop.base.kernel.RegionId;

/** A pack was installed, or another version of it is sold under. */
public record PackChanged(UUID subject) implements Event {

    /** Packs belong to no region: what happens to them is told under the last number there is. */
    static final RegionId EVERYWHERE = new RegionId(0xFF_FFFF);
}
