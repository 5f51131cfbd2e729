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
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** What people are to be told when its time has come, and not if it is old news by then. */
@Component
public class LaterNotices {

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final Notices notices;
    private final JsonMapper json;
    private final Clock clock;

    LaterNotices(JdbcTemplate jdbc, Notices notices, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.notices = notices;
        this.json = json;
        this.clock = clock;
    }

    /** Tells each when its time has come, unless it is forgotten before. A second note of the same replaces the first. */
    public void note(Collection<Later> later) {
        jdbc.batchUpdate(
                """
                insert into notice.later (person_id, kind, subject_id, due_at, facts)
                values (?, ?, ?, ?, ?::jsonb)
                on conflict (person_id, kind, subject_id) do update
                    set due_at = excluded.due_at, facts = excluded.facts
                """,
                later.stream()
                        .map(each -> new Object[] {
                            each.notice().person().value(),
                            each.notice().kind().name(),
                            each.notice().subject(),
                            Timestamp.from(each.due()),
                            json.writeValueAsString(each.notice().facts())
                        })
                        .toList());
    }

    /** What was to be told to the one of the subject is told to the other. */
    public void handTo(PersonId to, PersonId from, UUID subject) {
        jdbc.update(
                "update notice.later set person_id = ?, facts = facts - ? where subject_id = ? and person_id = ?",
                to.value(),
                SealedPaths.FACT,
                subject,
                from.value());
    }

    /** What was to be told later is not needed any more. */
    public void forget(Notice.Kind kind, Collection<UUID> subjects) {
        jdbc.update(
                "delete from notice.later where kind = ? and subject_id = any (?)",
                kind.name(),
                subjects.toArray(UUID[]::new));
    }

    /** Tells what is due; two processes may do it at once. */
    @Transactional
    public int tellDue(int limit) {
        var due = jdbc.query(
                """
                delete from notice.later where (person_id, kind, subject_id) in (
                    select person_id, kind, subject_id from notice.later where due_at <= ?
                    order by due_at limit ? for update skip locked)
                returning person_id, kind, subject_id, facts
                """,
                (row, number) -> new NewNotice(
                        new PersonId(row.getObject("person_id", UUID.class)),
                        Notice.Kind.valueOf(row.getString("kind")),
                        row.getObject("subject_id", UUID.class),
                        json.readValue(row.getString("facts"), FACTS)),
                Timestamp.from(clock.instant()),
                limit);
        notices.tell(due);
        return due.size();
    }
}
