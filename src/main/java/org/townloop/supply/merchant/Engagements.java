package org.townloop.supply.merchant;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** What a place's staff and resources are taken for. Whoever takes bookings implements it. */
public interface Engagements {

    /**
     * Something that is held or booked.
     *
     * @param subject the member of staff or the resource; the place if it is had on a day
     * @param onDay whether it is had on a day, which is then the time that it takes
     */
    record Engagement(UUID order, UUID subject, TimeSpan during, boolean onDay) {}

    /** Nobody holds or books anything at the place until the transaction ends. */
    void keepStill(PlaceId place);

    /** What staff and resources are taken for from that moment on, by time. */
    List<Engagement> after(PlaceId place, Instant now);

    /** What is held or booked ahead when the place is closed, or whoever is to serve it does not work, by time. */
    List<Engagement> outside(PlaceId place, Instant now);

    /** The seats and nights that are taken from that moment on, by time; whatever the hours of the place are. */
    List<Engagement> lotsAfter(PlaceId place, Instant now);
}
