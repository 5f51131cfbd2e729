package org.townloop.base.notice;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/** What somebody was told, and is still to be reminded of. */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(
            Kept.goes("notices", "notice.notice", """
                select kind, facts, created_at, read_at from notice.notice
                where person_id = :person order by created_at, id
                """, "delete from notice.notice where person_id = any (:people)"),
            Kept.goes(
                    "reminders",
                    "notice.reminder",
                    "select due_at, facts from notice.reminder where person_id = :person order by due_at, order_id",
                    "delete from notice.reminder where person_id = any (:people)"));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
