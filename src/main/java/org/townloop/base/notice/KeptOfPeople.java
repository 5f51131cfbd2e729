package org.townloop.base.notice;

import java.util.Collection;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Contact;
import org.townloop.base.identity.Contacts;
import org.townloop.base.identity.Kept;
import org.townloop.base.identity.PersonId;
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
                    "delete from notice.reminder where person_id = any (:people)"),
            Kept.goes(
                    "reminders-later",
                    "notice.later",
                    "select kind, due_at, facts from notice.later where person_id = :person order by due_at, kind",
                    "delete from notice.later where person_id = any (:people)"),
            Kept.goes(
                    "deliveries",
                    "notice.delivery",
                    """
                    select channel, target, letter, language, facts, state, created_at, finished_at from notice.delivery
                    where person_id = :person order by created_at, id
                    """,
                    "delete from notice.delivery where person_id = any (:people)"),
            Kept.goes(
                    "preferences",
                    "notice.preference",
                    """
                    select topic, channel, wanted, chosen_at from notice.preference
                    where person_id = :person order by topic, channel
                    """,
                    "delete from notice.preference where person_id = any (:people)"),
            Kept.goes(
                    "quiet-hours",
                    "notice.quiet_hours",
                    "select starts, ends from notice.quiet_hours where person_id = :person",
                    "delete from notice.quiet_hours where person_id = any (:people)"),
            Kept.goes(
                    "browsers",
                    "notice.subscription",
                    "select endpoint, created_at from notice.subscription where person_id = :person order by"
                            + " created_at",
                    "delete from notice.subscription where person_id = any (:people)"));

    private final Contacts contacts;
    private final JdbcClient jdbc;

    KeptOfPeople(Contacts contacts, JdbcClient jdbc) {
        this.contacts = contacts;
        this.jdbc = jdbc;
    }

    @Override
    public List<Kept> kept() {
        return KEPT;
    }

    /** Codes went to a contact, not to a person: they go while it is still known whose it is. */
    @Override
    public void eraseBesides(Collection<PersonId> people) {
        var targets = contacts.of(people).values().stream()
                .flatMap(List::stream)
                .map(Contact::value)
                .toArray(String[]::new);
        jdbc.sql("delete from notice.delivery where person_id is null and target = any (?)")
                .param(targets)
                .update();
    }
}
