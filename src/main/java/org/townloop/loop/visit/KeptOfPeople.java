package org.townloop.loop.visit;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/** When somebody was where: the merchant's day and the release of the money rest on it. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(Kept.stays("visits", "visit.visit", """
        select id, visited_at, order_id, place_id, offer_id from visit.visit
        where resident_id = :person order by visited_at, id
        """));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
