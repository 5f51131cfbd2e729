package org.townloop.loop.payment;

import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What gateways told us, each message once, in the words it came in. */
@Component
class StoredMessages {

    private static final Logger LOG = LoggerFactory.getLogger(StoredMessages.class);

    private final JdbcClient jdbc;
    private final Clock clock;

    StoredMessages(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    /**
     * Takes the message for this transaction; a copy that comes meanwhile waits for its end.
     *
     * @return false if it is stored already
     */
    boolean claim(String gateway, String eventId, String body) {
        return jdbc.sql("""
            insert into payment.webhook (gateway, event_id, body, received_at, outcome)
            values (?, ?, ?, ?, 'APPLIED')
            on conflict do nothing
            """)
                        .params(gateway, eventId, body, clock.instant().atOffset(ZoneOffset.UTC))
                        .update()
                == 1;
    }

    void conclude(String gateway, String eventId, Verdict verdict) {
        if (verdict.receipt() == Receipt.APPLIED) {
            return;
        }
        if (verdict.receipt() == Receipt.QUARANTINED) {
            LOG.error("quarantined {} of {}: {}", eventId, gateway, verdict.reason());
        }
        jdbc.sql("""
            update payment.webhook set outcome = :outcome, reason = :reason
            where gateway = :gateway and event_id = :eventId
            """)
                .param("outcome", verdict.receipt().name())
                .param("reason", verdict.reason())
                .param("gateway", gateway)
                .param("eventId", eventId)
                .update();
    }

    /** Keeps an answer that contradicts what we know, as a webhook with the same content would be kept. */
    void answered(String gateway, String about, GatewayEvent event, Verdict verdict) {
        var eventId = "answer-" + about;
        if (claim(gateway, eventId, event.toString())) {
            conclude(gateway, eventId, verdict);
        }
    }

    /** The latest that an operator has to look at. */
    List<QuarantinedMessage> quarantined(int limit) {
        return jdbc.sql("""
            select gateway, event_id, body, received_at, reason
            from payment.webhook where outcome = 'QUARANTINED'
            order by received_at desc limit ?
            """)
                .param(limit)
                .query((row, number) -> new QuarantinedMessage(
                        row.getString("gateway"),
                        row.getString("event_id"),
                        row.getString("body"),
                        row.getTimestamp("received_at").toInstant(),
                        row.getString("reason")))
                .list();
    }
}
