package org.townloop.base.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.RegionId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people are told. Telling the same twice tells it once. */
@Component
public class Notices {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JsonMapper json;
    private final Clock clock;

    Notices(JdbcTemplate jdbc, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.clock = clock;
    }

    public void tell(Collection<NewNotice> notices) {
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into notice.notice (id, region_id, person_id, kind, subject_id, facts, created_at)
                values (?, ?, ?, ?, ?, ?::jsonb, ?)
                on conflict (person_id, kind, subject_id) do nothing
                """, notices.stream().map(notice -> columns(notice, now)).toList());
    }

    /** The newest first. */
    public List<Notice> of(PersonId person, int limit) {
        return jdbc.query("""
            select id, region_id, person_id, kind, subject_id, facts, created_at, read_at
            from notice.notice where person_id = ?
            order by created_at desc, id desc limit ?
            """, this::notice, person.value(), limit);
    }

    public int unread(PersonId person) {
        var count = jdbc.queryForObject(
                "select count(*) from notice.notice where person_id = ? and read_at is null",
                Integer.class,
                person.value());
        return count == null ? 0 : count;
    }

    public void markRead(PersonId person) {
        jdbc.update(
                "update notice.notice set read_at = ? where person_id = ? and read_at is null",
                Timestamp.from(clock.instant()),
                person.value());
    }

    /** Notes that the person is to be reminded at a moment; a second note for the order replaces the first. */
    public void remindAt(Instant due, NewNotice reminder) {
        jdbc.update(
                """
                insert into notice.reminder (order_id, region_id, person_id, due_at, facts)
                values (?, ?, ?, ?, ?::jsonb)
                on conflict (order_id) do update set due_at = excluded.due_at, facts = excluded.facts
                """,
                reminder.subject(),
                RegionId.of(reminder.subject()).number(),
                reminder.person().value(),
                Timestamp.from(due),
                json.writeValueAsString(reminder.facts()));
    }

    public void forgetReminders(Collection<UUID> orders) {
        jdbc.update("delete from notice.reminder where order_id = any (?)", (Object) orders.toArray(UUID[]::new));
    }

    /** Turns due reminders into notices; two processes may do it at once. */
    @Transactional
    public int tellDueReminders(int limit) {
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
        tell(due);
        return due.size();
    }

    private Object[] columns(NewNotice notice, Timestamp now) {
        var region = RegionId.of(notice.subject());
        return new Object[] {
            Ids.next(region, now.toInstant()),
            region.number(),
            notice.person().value(),
            notice.kind().name(),
            notice.subject(),
            json.writeValueAsString(notice.facts()),
            now
        };
    }

    private Notice notice(ResultSet row, int number) throws SQLException {
        var readAt = row.getTimestamp("read_at");
        return new Notice(
                row.getObject("id", UUID.class),
                new RegionId(row.getInt("region_id")),
                new PersonId(row.getObject("person_id", UUID.class)),
                Notice.Kind.valueOf(row.getString("kind")),
                row.getObject("subject_id", UUID.class),
                json.readValue(row.getString("facts"), FACTS),
                row.getTimestamp("created_at").toInstant(),
                readAt == null ? null : readAt.toInstant());
    }
}
