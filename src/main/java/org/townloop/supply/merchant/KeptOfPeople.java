package org.townloop.supply.merchant;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/** What somebody said to become a merchant. The merchant itself is none of theirs: others may run it. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(
            new Kept("take-overs", "merchant.take_over", Kept.Fate.STAYS_NAMELESS, """
                select id, place_id, evidence, words, asked_at, state, decided_at, refusal
                from merchant.take_over where person_id = :person order by asked_at, id
                """, """
                    update merchant.take_over
                    set words = '–', picture = null,
                        evidence = case when evidence = 'PHOTO' then 'LICENCE' else evidence end,
                        state = case when state = 'OPEN' then 'WITHDRAWN' else state end,
                        decided_at = coalesce(decided_at, :now)
                    where person_id = any (:people)
                    """),
            Kept.stays("merchants-opened", "merchant.merchant", """
                select id, name, created_at from merchant.merchant where opened_by = :person order by created_at, id
                """));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
