package org.townloop.supply.offer;

import java.util.Optional;
import org.townloop.base.kernel.Refusal;
import org.townloop.base.kernel.RegionId;

/** Who keeps the money of cards until they are used, of which those who sell them know nothing. */
public interface CardKeeping {

    /** Why no card can be sold there; nothing if somebody keeps its money. */
    Optional<Refusal> refusal(RegionId region);
}
