package org.townloop.loop.deal;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/** Places in lines: they go with the account. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(Kept.goes("deal-lines", "deal.standing", """
        select arrived_at, deal_id, number, units, state, turn
        from deal.standing where person_id = :person order by arrived_at, deal_id, number
        """, """
        delete from deal.standing where person_id = any (:people)
        """));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
