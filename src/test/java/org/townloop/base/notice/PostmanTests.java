package org.townloop.base.notice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.sql.Timestamp;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.kernel.Ids;
import org.townloop.supply.TestSalon;
import tools.jackson.databind.json.JsonMapper;

/** A postman of the test's own, a month and a day from now, where the program's does not look. */
@TownTest
class PostmanTests {

    private static final Instant THEN = TestClock.START.plus(Duration.ofDays(31));

    @Autowired
    Composer composer;

    @Autowired
    Preferences preferences;

    @Autowired
    JdbcTemplate template;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    JsonMapper json;

    private final CountDownLatch mailGoesOn = new CountDownLatch(1);
    private final AtomicInteger mails = new AtomicInteger();
    private final AtomicInteger texts = new AtomicInteger();

    @AfterEach
    void clearQueue() {
        mailGoesOn.countDown();
        jdbc.sql("delete from notice.delivery where created_at >= ?")
                .param(Timestamp.from(THEN))
                .update();
    }

    @Test
    void aMailServerThatAnswersNobodyKeepsNoCodeFromItsPhone() {
        TestSalon.with(1, 1);
        var clock = Clock.fixed(THEN, java.time.ZoneOffset.UTC);
        var deliveries = new Deliveries(template, jdbc, json, clock);
        queue(deliveries, Channel.MAIL, "lin@example.com", 5 * Postman.AT_ONCE);
        var rounds = new Rounds(deliveries, composer, new Gateways(this::text, this::mail, null), preferences);
        var postman = new Postman(deliveries, rounds, new PostBell(), clock);
        postman.start();
        try {
            await().until(() -> mails.get() == Postman.AT_ONCE);
            queue(deliveries, Channel.SMS, "+8613800138000", 3);
            await().atMost(Duration.ofSeconds(10)).until(() -> texts.get() == 3);
            assertThat(mails).as("those that are stuck").hasValue(Postman.AT_ONCE);
        } finally {
            mailGoesOn.countDown();
            await().until(() -> mails.get() == 5 * Postman.AT_ONCE);
            postman.stop();
        }
    }

    private Handover text(Sms sms) {
        texts.incrementAndGet();
        return new Handover.Accepted("");
    }

    private Handover mail(Mail mail) {
        mails.incrementAndGet();
        try {
            mailGoesOn.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        return new Handover.Accepted("");
    }

    private static void queue(Deliveries deliveries, Channel channel, String target, int count) {
        deliveries.queue(IntStream.range(0, count)
                .mapToObj(i -> new Deliveries.NewDelivery(
                        Ids.next(TestSalon.SHANGHAI, THEN),
                        null,
                        null,
                        Letter.CODE,
                        channel,
                        target,
                        Locale.ENGLISH,
                        Map.of("code", "12345" + i),
                        THEN,
                        THEN.plus(Duration.ofMinutes(10))))
                .toList());
    }
}
