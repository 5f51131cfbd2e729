package org.townloop.supply.offer;

import java.util.Optional;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.PlaceId;

/** Who and what the sessions of classes that were sold take. Whoever takes bookings implements it. */
public interface SessionNeeds {

    /** Nobody takes a seat at the place until the transaction ends; whoever was about to has it by then. */
    void keepStill(PlaceId place);

    /**
     * What the sold sessions ahead take is what the new version says, in the transaction that writes it: other people, a
     * longer time, another room.
     *
     * @return why the class cannot be held so: somebody or something is taken otherwise at the time of one of them
     */
    Optional<Refusal> retake(Offer written);
}
