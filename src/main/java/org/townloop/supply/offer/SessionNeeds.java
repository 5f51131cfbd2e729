package org.townloop.supply.offer;

import java.util.Optional;
import org.townloop.base.kernel.Refusal;

/** Who and what the sessions of classes that were sold take. Whoever takes bookings implements it. */
public interface SessionNeeds {

    /**
     * What the sold sessions ahead take is what the new version says, in the transaction that writes it: other people, a
     * longer time, another room.
     *
     * @return why the class cannot be held so: somebody or something is taken otherwise at the time of one of them
     */
    Optional<Refusal> retake(Offer written);
}
