package org.townloop.base.notice;

import java.sql.Timestamp;
import java.time.Clock;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.RegionId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** Of which orders people are to be reminded, and when. */
@Component
public class Reminders {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final Notices notices;
    private final JsonMapper json;
    private final Clock clock;

    Reminders(JdbcTemplate jdbc, Notices notices, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.json = json;
        this.clock = clock;
    }

    /** Notes that people are to be reminded at a moment; a second note for an order replaces the first. */
    public void note(Collection<Later> reminders) {
        jdbc.batchUpdate(
                """
                insert into notice.reminder (order_id, region_id, person_id, due_at, facts)
                values (?, ?, ?, ?, ?::jsonb)
                on conflict (order_id) do update set due_at = excluded.due_at, facts = excluded.facts
                """,
                reminders.stream()
                        .map(each -> new Object[] {
                            each.notice().subject(),
                            RegionId.of(each.notice().subject()).number(),
                            each.notice().person().value(),
                            Timestamp.from(each.due()),
                            json.writeValueAsString(each.notice().facts())
                        })
                        .toList());
    }

    /** Whoever was to be reminded of the order, now this person is. */
    public void handTo(PersonId person, UUID order) {
        jdbc.update(
                "update notice.reminder set person_id = ?, facts = facts - ? where order_id = ?",
                person.value(),
                SealedPaths.FACT,
                order);
    }

    public void forget(Collection<UUID> orders) {
        jdbc.update("delete from notice.reminder where order_id = any (?)", (Object) orders.toArray(UUID[]::new));
    }

    /** Turns due reminders into notices; two processes may do it at once. */
    @Transactional
    public int tellDue(int limit) {
        var due = jdbc.query(
                """
                delete from notice.reminder where order_id in (
                    select order_id from notice.reminder where due_at <= ?
                    order by due_at limit ? for update skip locked)
                returning order_id, person_id, facts
                """,
                (row, number) -> new NewNotice(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Notice.Kind.REMINDER,
                        row.getObject("order_id", UUID.class),
                        json.readValue(row.getString("facts"), FACTS)),
                Timestamp.from(clock.instant()),
                limit);
        notices.tell(due);
        return due.size();
    }
}
