package org.townloop.loop.feedback;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/** What a resident said of their visits. The stars stay, so that the score stays true. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT =
            List.of(new Kept("reviews", "feedback.review", Kept.Fate.AS_CHOSEN, """
                select visit_id, offer_id, place_id, rating, text, created_at, reply, replied_at
                from feedback.review where resident_id = :person order by created_at, visit_id
                """, """
                    update feedback.review set text = null, reply = null, replied_by = null, replied_at = null
                    where resident_id = any (:people) and not :keepWords
                    """));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
