package org.townloop.loop.quote;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.PersonalData;
import org.townloop.supply.booking.Bookings;

/**
 * Requests, with where somebody lives and what it looks like there. The place keeps what was agreed and for how much;
 * everything else goes.
 */
@Component
class KeptOfPeople implements PersonalData {

    private static final List<Kept> KEPT = List.of(
            Kept.goes("quote-photos", "quote.photo", """
                select r.asked_at, p.request_id, p.position, p.picture_id
                from quote.request r
                join quote.photo p on (p.region_id, p.request_id) = (r.region_id, r.id)
                where r.resident_id = :person order by r.asked_at, p.request_id, p.position
                """, """
                delete from quote.photo p using quote.request r
                where r.resident_id = any (:people) and (p.region_id, p.request_id) = (r.region_id, r.id)
                """),
            Kept.goes("quote-messages", "quote.message", """
                select m.written_at, m.request_id, m.by_staff, m.words
                from quote.message m
                join quote.request r on (r.region_id, r.id) = (m.region_id, m.request_id)
                where r.resident_id = :person or m.author_id = :person order by m.written_at, m.request_id, m.number
                """, """
                delete from quote.message m using quote.request r
                where (r.region_id, r.id) = (m.region_id, m.request_id)
                  and (r.resident_id = any (:people) or m.author_id = any (:people))
                """),
            Kept.goes("quotations-offered", "quote.quotation", """
                select q.written_at, q.request_id, q.version, q.state, q.lines, q.total_minor, q.currency, q.valid_until,
                    q.starts_at
                from quote.request r
                join quote.quotation q on (q.region_id, q.request_id) = (r.region_id, r.id)
                where r.resident_id = :person order by q.written_at, q.id
                """, """
                update quote.quotation q set state = 'CLOSED' from quote.request r
                where r.resident_id = any (:people) and (q.region_id, q.request_id) = (r.region_id, r.id)
                  and q.state = 'OPEN'
                """),
            Kept.stays("quotations-written", "quote.quotation", """
                select written_at, request_id, version from quote.quotation
                where written_by = :person order by written_at, id
                """),
            Kept.goes("quote-requests", "quote.request", """
                select asked_at, id, place_id, title, state, answers, words, wished, phone, address, destination,
                    survey_at, reason
                from quote.request where resident_id = :person order by asked_at, id
                """, """
                update quote.request
                set words = null, wished = null, phone = null, address = null, destination = null, answers = '{}',
                    reason = null, survey_staff = null, survey_at = null, survey_ends = null,
                    state = case when state in ('ASKED', 'SURVEY_PROPOSED', 'SURVEY_AGREED', 'OFFERED')
                        then 'WITHDRAWN' else state end,
                    closed_at = case when state in ('ASKED', 'SURVEY_PROPOSED', 'SURVEY_AGREED', 'OFFERED')
                        then cast(:now as timestamptz) else closed_at end
                where resident_id = any (:people)
                """));

    private final JdbcClient jdbc;
    private final Bookings bookings;

    KeptOfPeople(JdbcClient jdbc, Bookings bookings) {
        this.jdbc = jdbc;
        this.bookings = bookings;
    }

    @Override
    public List<Kept> kept() {
        return KEPT;
    }

    /**
     * Nobody comes to look at the home of somebody who is gone. The requests are locked first, as by all: somebody may be
     * choosing a time in another tab.
     */
    @Override
    public void eraseBesides(Collection<PersonId> people) {
        bookings.release(jdbc.sql("select id from quote.request where resident_id = any (?) order by id for update")
                .param((Object) people.stream().map(PersonId::value).toArray(UUID[]::new))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list());
    }
}
