package org.townloop.supply.merchant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a place's staff and resources are taken for. Whoever takes bookings implements it. */
public interface Engagements {

    /**
     * Something that is held or booked.
     *
     * @param subject the member of staff or the resource
     */
    record Engagement(UUID order, UUID subject, TimeSpan during) {}

    /** Nobody holds or books anything at the place until the transaction ends. */
    void keepStill(PlaceId place);

    /** What is taken from that moment on, by time. */
    List<Engagement> after(PlaceId place, Instant now);
}
