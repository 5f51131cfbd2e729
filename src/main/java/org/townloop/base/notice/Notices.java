package org.townloop.base.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
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
    private final JdbcClient client;
    private final Dispatch dispatch;
    private final JsonMapper json;
    private final Clock clock;

    Notices(JdbcTemplate jdbc, JdbcClient client, Dispatch dispatch, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.client = client;
        this.dispatch = dispatch;
        this.json = json;
        this.clock = clock;
    }

    /**
     * Tells each person on the page, and by the channels they want. What was told before (person, kind, subject and
     * occasion) is told no more.
     */
    @Transactional
    public void tell(Collection<NewNotice> notices) {
        var now = clock.instant();
        var fresh = notices.stream()
                .map(notice -> new Dispatch.Told(Ids.next(RegionId.of(notice.subject()), now), notice))
                .toList();
        var written = Set.copyOf(insert(fresh, now));
        var told = fresh.stream().filter(each -> written.contains(each.id())).toList();
        if (!told.isEmpty()) {
            dispatch.send(told);
        }
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

    /** What is on its way to the person goes out no more. */
    public void stop(PersonId person) {
        dispatch.stop(person);
    }

    /**
     * Forgets how messages were sent that came to an end so long ago; codes to nobody known after a day.
     *
     * @return how many, at most the limit
     */
    public int forgetDeliveries(Duration olderThan, int limit) {
        return dispatch.forget(olderThan, limit);
    }

    /**
     * Forgets notices that were told so long ago, and how they were sent.
     *
     * @return how many, at most the limit
     */
    public int forget(Duration olderThan, int limit) {
        return client.sql("""
            delete from notice.notice where id in (
                select id from notice.notice where created_at < ? order by created_at limit ?)
            """)
                .params(Timestamp.from(clock.instant().minus(olderThan)), limit)
                .update();
    }

    private List<UUID> insert(List<Dispatch.Told> fresh, Instant now) {
        return client.sql("""
            insert into notice.notice (id, region_id, person_id, kind, subject_id, occasion, facts, created_at)
            select id, region_id, person_id, kind, subject_id, occasion, facts::jsonb, ?
            from unnest(?::uuid[], ?::int[], ?::uuid[], ?::text[], ?::uuid[], ?::text[], ?::text[])
                as n (id, region_id, person_id, kind, subject_id, occasion, facts)
            on conflict (person_id, kind, subject_id, occasion) do nothing
            returning id
            """)
                .param(Timestamp.from(now))
                .param(column(fresh, Dispatch.Told::id, UUID[]::new))
                .param(column(fresh, told -> RegionId.of(told.id()).number(), Integer[]::new))
                .param(column(fresh, told -> told.notice().person().value(), UUID[]::new))
                .param(column(fresh, told -> told.notice().kind().name(), String[]::new))
                .param(column(fresh, told -> told.notice().subject(), UUID[]::new))
                .param(column(fresh, told -> told.notice().occasion(), String[]::new))
                .param(column(
                        fresh, told -> json.writeValueAsString(told.notice().facts()), String[]::new))
                .query((row, number) -> row.getObject("id", UUID.class))
                .list();
    }

    private static <T> T[] column(List<Dispatch.Told> fresh, Function<Dispatch.Told, T> value, IntFunction<T[]> array) {
        return fresh.stream().map(value).toArray(array);
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
