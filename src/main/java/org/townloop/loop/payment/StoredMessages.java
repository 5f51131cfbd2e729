package org.townloop.loop.payment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.PersonId;

/** What gateways told us, each message once, in the words it came in. */
@Component
class StoredMessages {

    private static final Logger LOG = LoggerFactory.getLogger(StoredMessages.class);

    private static final String QUARANTINED = """
        select gateway, event_id, body, received_at, reason, note, noted_by, settled_at
        from payment.webhook where outcome = 'QUARANTINED'
        """;

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /** By which a message is known. */
    record Name(String gateway, String eventId) {

        static Name of(Word.Message message) {
            return new Name(message.gateway(), message.eventId());
        }
    }

    /**
     * Takes the message for this transaction; a copy that comes meanwhile waits for its end.
     *
     * @return false if it is stored already
     */
    boolean claim(Word.Message message) {
        return !claim(List.of(message)).isEmpty();
    }

    /**
     * The same of many, by one statement.
     *
     * @return those that were not stored already
     */
    List<Name> claim(List<Word.Message> sent) {
        if (sent.isEmpty()) {
            return List.of();
        }
        return jdbc.sql("""
            insert into payment.webhook (gateway, event_id, body, received_at, outcome)
            select gateway, event_id, body, ?, 'APPLIED'
            from unnest(?::text[], ?::text[], ?::text[]) as sent (gateway, event_id, body)
            order by gateway, event_id
            on conflict do nothing
            returning gateway, event_id
            """)
                .param(clock.instant().atOffset(ZoneOffset.UTC))
                .param(sent.stream().map(Word.Message::gateway).toArray(String[]::new))
                .param(sent.stream().map(Word.Message::eventId).toArray(String[]::new))
                .param(sent.stream().map(Word.Message::body).toArray(String[]::new))
                .query((row, number) -> new Name(row.getString("gateway"), row.getString("event_id")))
                .list();
    }

    /** Of this transaction: as if they had not come yet. A copy that waits for its end is stored in their place. */
    void unclaim(Collection<Name> claimed) {
        jdbc.sql("""
            delete from payment.webhook
            where (gateway, event_id) in (select * from unnest(?::text[], ?::text[]))
            """)
                .param(claimed.stream().map(Name::gateway).toArray(String[]::new))
                .param(claimed.stream().map(Name::eventId).toArray(String[]::new))
                .update();
    }

    void conclude(Word.Message message, Verdict verdict) {
        conclude(Map.of(Name.of(message), verdict));
    }

    /** What messages came to; one that was applied is stored so. */
    void conclude(Map<Name, Verdict> verdicts) {
        var others = verdicts.entrySet().stream()
                .filter(each -> each.getValue().receipt() != Receipt.APPLIED)
                .toList();
        others.stream()
                .filter(each -> each.getValue().receipt() == Receipt.QUARANTINED)
                .forEach(each -> LOG.error(
                        "quarantined {} of {}: {}",
                        each.getKey().eventId(),
                        each.getKey().gateway(),
                        each.getValue().reason()));
        if (!others.isEmpty()) {
            write(others);
        }
    }

    /** Only what is not concluded yet: nobody waits for a row that stays as it is. */
    private void write(List<Map.Entry<Name, Verdict>> others) {
        jdbc.sql("""
            update payment.webhook w set outcome = v.outcome, reason = v.reason
            from unnest(?::text[], ?::text[], ?::text[], ?::text[]) as v (gateway, event_id, outcome, reason)
            where (w.gateway, w.event_id) = (v.gateway, v.event_id) and w.outcome = 'APPLIED'
            """)
                .param(others.stream().map(each -> each.getKey().gateway()).toArray(String[]::new))
                .param(others.stream().map(each -> each.getKey().eventId()).toArray(String[]::new))
                .param(others.stream()
                        .map(each -> each.getValue().receipt().name())
                        .toArray(String[]::new))
                .param(others.stream().map(each -> each.getValue().reason()).toArray(String[]::new))
                .update();
    }

    /** Keeps an answer that contradicts what we know, as a webhook with the same content would be kept; no other. */
    void answered(Word.Reply reply, Verdict verdict) {
        if (verdict.receipt() == Receipt.QUARANTINED) {
            var kept = new Word.Message(
                    reply.gateway(), "answer-" + reply.about(), reply.event().toString(), reply.event());
            if (claim(kept)) {
                conclude(kept, verdict);
            }
        }
    }

    /** The latest that an operator has to look at. */
    List<QuarantinedMessage> quarantined(int limit) {
        return quarantined("settled_at is null order by received_at desc", limit);
    }

    /** Those that were done with last. */
    List<QuarantinedMessage> settled(int limit) {
        return quarantined("settled_at is not null order by settled_at desc", limit);
    }

    private List<QuarantinedMessage> quarantined(String which, int limit) {
        return jdbc.sql(QUARANTINED + " and " + which + " limit ?")
                .param(limit)
                .query(StoredMessages::read)
                .list();
    }

    /** @return false if there is none that is open */
    boolean note(String gateway, String eventId, PersonId by, String note, boolean settled) {
        return jdbc.sql("""
            update payment.webhook set note = :note, noted_by = :by,
                settled_at = case when :settled then cast(:now as timestamptz) end
            where gateway = :gateway and event_id = :eventId and outcome = 'QUARANTINED' and settled_at is null
            """)
                        .param("note", note)
                        .param("by", by.value())
                        .param("settled", settled)
                        .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                        .param("gateway", gateway)
                        .param("eventId", eventId)
                        .update()
                == 1;
    }

    private static QuarantinedMessage read(ResultSet row, int number) throws SQLException {
        return new QuarantinedMessage(
                row.getString("gateway"),
                row.getString("event_id"),
                row.getString("body"),
                row.getTimestamp("received_at").toInstant(),
                row.getString("reason"),
                row.getString("note"),
                Optional.ofNullable(row.getObject("noted_by", UUID.class))
                        .map(PersonId::new)
                        .orElse(null),
                IntentRow.instant(row, "settled_at"));
    }
}
