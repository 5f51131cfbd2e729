package org.townloop.surface.sandbox;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** The webhooks on their way: kept until they were answered with 2xx, or nobody has answered for an hour or so. */
@Component
@InDemoOnly
class Deliveries {

    /** One webhook to be sent. */
    record Delivery(String eventId, String url, String body) {}

    private static final int MOST_ATTEMPTS = 12;

    /** After a first attempt that nobody has answered. */
    private static final Duration AGAIN_AFTER = Duration.ofSeconds(1);

    private final JdbcClient jdbc;
    private final JsonMapper json;
    private final MerchantAccount account;
    private final PeerSettings settings;
    private final Doorbell doorbell;
    private final Clock clock;

    Deliveries(
            JdbcClient jdbc,
            JsonMapper json,
            MerchantAccount account,
            PeerSettings settings,
            Doorbell doorbell,
            Clock clock) {
        this.jdbc = jdbc;
        this.json = json;
        this.account = account;
        this.settings = settings;
        this.doorbell = doorbell;
        this.clock = clock;
    }

    void add(Payment payment, String type, DisputeJson dispute) {
        add(payment, type, null, dispute);
    }

    void add(Payment payment, String type, @Nullable RefundJson refund) {
        add(payment, type, refund, null);
    }

    /**
     * What became of a payment is sent at once, and stored as taken for the first time: if nobody sends it, it is due as
     * after any attempt. What is told of it afterwards waits its turn behind what was told before.
     */
    private void add(Payment payment, String type, @Nullable RefundJson refund, @Nullable DisputeJson dispute) {
        var now = clock.instant();
        var message = new WebhookJson(
                "evt_" + UUID.randomUUID(),
                type,
                now.toString(),
                PaymentJson.of(payment, account.merchant(), null),
                refund,
                dispute);
        var delivery = new Delivery(message.id(), payment.webhookUrl(), json.writeValueAsString(message));
        var atOnce =
                refund == null && dispute == null && settings.webhookDelay().isZero();
        jdbc.sql("""
            insert into sandbox.webhook (event_id, payment_id, url, body, attempts, due_at) values (?, ?, ?, ?, ?, ?)
            """)
                .params(delivery.eventId(), payment.id(), delivery.url(), delivery.body(), atOnce ? 1 : 0)
                .param(now.plus(atOnce ? AGAIN_AFTER : settings.webhookDelay()).atOffset(ZoneOffset.UTC))
                .update();
        if (atOnce) {
            doorbell.hand(delivery);
        }
    }

    /**
     * Takes what is due. Taking counts as an attempt and puts off the next one by a second, two, four … up to an hour,
     * so that whoever dies while sending has it sent again.
     */
    List<Delivery> take(int limit) {
        return jdbc.sql("""
            update sandbox.webhook
            set attempts = attempts + 1,
                due_at = case when attempts + 1 >= :most then null
                    else :now + least(interval '1 second' * power(2, attempts), interval '1 hour') end
            where event_id in (
                select event_id from sandbox.webhook
                where due_at <= :now
                order by due_at
                limit :limit
                for update skip locked)
            returning event_id, url, body
            """)
                .param("most", MOST_ATTEMPTS)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("limit", limit)
                .query((row, number) ->
                        new Delivery(row.getString("event_id"), row.getString("url"), row.getString("body")))
                .list();
    }

    /**
     * It was answered with 2xx: some are sent once more on purpose, because real gateways do that too.
     *
     * @return whether this one may be due again
     */
    boolean delivered(Delivery delivery) {
        var twice = isSentTwice(delivery.eventId());
        jdbc.sql("""
            update sandbox.webhook
            set delivered = delivered + 1, due_at = case when delivered = 0 and :again then :now end
            where event_id = :event
            """)
                .param("again", twice)
                .param("now", clock.instant().atOffset(ZoneOffset.UTC))
                .param("event", delivery.eventId())
                .update();
        return twice;
    }

    private boolean isSentTwice(String eventId) {
        return settings.twiceEvery() > 0 && Math.floorMod(eventId.hashCode(), settings.twiceEvery()) == 0;
    }
}
