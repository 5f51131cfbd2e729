package org.townloop.loop.dispute;

import java.util.List;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonalData;

/**
 * What people said and showed about orders: it goes with them. That there was a dispute, and what was decided, stays with
 * the books. Whoever has one that is open cannot be erased: its order is open.
 */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(
            Kept.goes("dispute-pictures", "dispute.picture", """
                select w.written_at, p.dispute_id, p.number, p.position, p.picture_id
                from dispute.word w
                join dispute.picture p on (p.region_id, p.dispute_id, p.number) = (w.region_id, w.dispute_id, w.number)
                where w.author_id = :person order by w.written_at, p.dispute_id, p.number, p.position
                """, """
                delete from dispute.picture p using dispute.word w
                where w.author_id = any (:people)
                  and (p.region_id, p.dispute_id, p.number) = (w.region_id, w.dispute_id, w.number)
                """),
            Kept.goes("dispute-words", "dispute.word", """
                select written_at, dispute_id, number, side, words
                from dispute.word where author_id = :person order by written_at, dispute_id, number
                """, """
                update dispute.word set words = null where author_id = any (:people)
                """),
            Kept.stays("disputes", "dispute.dispute", """
                select opened_at, id, order_id, state, about, wanted, wanted_minor, currency, offered, offered_minor, closed_at
                from dispute.dispute where resident_id = :person order by opened_at, id
                """),
            Kept.stays("decisions-on-disputes", "dispute.decision", """
                select decided_at, dispute_id, instance, reasons
                from dispute.decision where decided_by = :person order by decided_at, dispute_id
                """));

    @Override
    public List<Kept> kept() {
        return KEPT;
    }
}
