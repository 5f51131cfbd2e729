package org.townloop.loop.stored;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/** The cards that people own: the books need them, and they name nobody. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(Kept.stays("cards", "stored.card", """
        select sold_at, kind, place_id, offer_id, uses, worth_minor, currency, state, expires_at
        from stored.card where owner_id = :person order by sold_at, id
        """));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
