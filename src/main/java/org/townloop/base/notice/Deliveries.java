package org.townloop.base.notice;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.RegionId;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The messages on their way, and what came of them. */
@Component
class Deliveries {

    /**
     * A message to be sent.
     *
     * @param notice what it tells; null for a code, which stands on no page
     * @param notBefore quiet hours may put it off
     */
    record NewDelivery(
            UUID id,
            @Nullable UUID notice,
            @Nullable UUID person,
            Letter letter,
            Channel channel,
            String target,
            Locale language,
            Map<String, Object> facts,
            Instant notBefore,
            Instant giveUpAt) {}

    /** Longer than any gateway is waited for: who takes a message and dies has it taken over after that. */
    static final Duration LEASE = Duration.ofMinutes(2);

    private static final TypeReference<Map<String, Object>> FACTS = new TypeReference<>() {};

    private final JdbcTemplate jdbc;
    private final JdbcClient client;
    private final JsonMapper json;
    private final Clock clock;

    Deliveries(JdbcTemplate jdbc, JdbcClient client, JsonMapper json, Clock clock) {
        this.jdbc = jdbc;
        this.client = client;
        this.json = json;
        this.clock = clock;
    }

    /** In the caller's transaction. The same notice by the same channel is queued once. */
    void queue(List<NewDelivery> deliveries) {
        var now = Timestamp.from(clock.instant());
        jdbc.batchUpdate(
                """
                insert into notice.delivery (id, region_id, notice_id, person_id, letter, channel, target, language,
                    facts, urgent, state, created_at, next_try_at, give_up_at)
                values (?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb, ?, 'QUEUED', ?, ?, ?)
                on conflict (notice_id, channel, target) do nothing
                """, deliveries.stream().map(delivery -> columns(delivery, now)).toList());
    }

    /** Takes what is due by a channel for the time of a lease; codes first. Others that take meanwhile get others. */
    List<Delivery> take(Channel channel, int limit) {
        return client.sql("""
            update notice.delivery
            set attempts = attempts + 1, next_try_at = ?
            where id in (
                select id from notice.delivery
                where state = 'QUEUED' and channel = ? and next_try_at <= ?
                order by urgent desc, next_try_at
                limit ?
                for update skip locked)
            returning id, region_id, person_id, letter, channel, target, language, facts, attempts, give_up_at
            """)
                .param(Timestamp.from(clock.instant().plus(LEASE)))
                .param(channel.name())
                .param(Timestamp.from(clock.instant()))
                .param(limit)
                .query(this::delivery)
                .list();
    }

    /** It comes to an end; what it said is forgotten, since it may have been a code. */
    void finish(Delivery delivery, DeliveryState state, String reference, @Nullable String reason) {
        client.sql("""
            update notice.delivery
            set state = ?, next_try_at = null, finished_at = ?, facts = '{}', reference = ?, last_error = ?
            where id = ? and state = 'QUEUED'
            """)
                .params(state.name(), Timestamp.from(clock.instant()), shortened(reference))
                .param(reason)
                .param(delivery.id())
                .update();
    }

    /** What is on its way to the person comes to an end unsent. */
    void suppress(PersonId person) {
        client.sql("""
            update notice.delivery
            set state = 'SUPPRESSED', next_try_at = null, finished_at = ?, facts = '{}', last_error = 'not wanted any more'
            where person_id = ? and state = 'QUEUED'
            """).params(Timestamp.from(clock.instant()), person.value()).update();
    }

    void tryAgain(Delivery delivery, Instant at, String reason) {
        client.sql("update notice.delivery set next_try_at = ?, last_error = ? where id = ? and state = 'QUEUED'")
                .params(Timestamp.from(at), reason, delivery.id())
                .update();
    }

    /** Removes what came to an end long ago, and codes to nobody known after a day. */
    int forget(Duration olderThan, int limit) {
        var now = clock.instant();
        return client.sql("""
            delete from notice.delivery where id in (
                select id from notice.delivery
                where state <> 'QUEUED' and (finished_at < ? or person_id is null and finished_at < ?)
                order by finished_at limit ?)
            """)
                .params(Timestamp.from(now.minus(olderThan)), Timestamp.from(now.minus(Duration.ofDays(1))), limit)
                .update();
    }

    private static String shortened(String reference) {
        return reference.substring(0, Math.min(200, reference.length()));
    }

    private Object[] columns(NewDelivery delivery, Timestamp now) {
        return new Object[] {
            delivery.id(),
            RegionId.of(delivery.id()).number(),
            delivery.notice(),
            delivery.person(),
            delivery.letter().name(),
            delivery.channel().name(),
            delivery.target(),
            delivery.language().toLanguageTag(),
            json.writeValueAsString(delivery.facts()),
            delivery.letter().topic() == Topic.ASKED_FOR,
            now,
            Timestamp.from(delivery.notBefore()),
            Timestamp.from(delivery.giveUpAt())
        };
    }

    private Delivery delivery(ResultSet row, int number) throws SQLException {
        return new Delivery(
                row.getObject("id", UUID.class),
                new RegionId(row.getInt("region_id")),
                row.getObject("person_id", UUID.class),
                Letter.valueOf(row.getString("letter")),
                Channel.valueOf(row.getString("channel")),
                row.getString("target"),
                Locale.forLanguageTag(row.getString("language")),
                json.readValue(row.getString("facts"), FACTS),
                row.getInt("attempts"),
                row.getTimestamp("give_up_at").toInstant());
    }
}
