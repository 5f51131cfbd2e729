package org.townloop.loop.reconciliation;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/** Who has looked into a difference: the books need it, and it names nobody. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(Kept.stays("differences", "reconciliation.difference", """
        select id, day, changed_at, state, note, reference from reconciliation.difference
        where changed_by = :person order by changed_at, id
        """));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
