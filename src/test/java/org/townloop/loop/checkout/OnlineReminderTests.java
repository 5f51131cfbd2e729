package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.notice.Reminders;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.DeliverableDesk;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Online;

/** Two days before it counts as delivered, whoever has not opened it is told so, once. */
@TownTest
class OnlineReminderTests {

    private static final Duration UNTIL_DELIVERED = Duration.ofDays(14);

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    DeliverableDesk desk;

    @Autowired
    Reminders reminders;

    @Autowired
    TestClock clock;

    private LoopClient client;
    private TestSalon seller;
    private TestPeople resident;
    private Offer lessons;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        client = new LoopClient(port);
        seller = TestSalon.with(0, 0).hours("");
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'online-only' where region_id = ? and id = ?")
                .params(seller.region().number(), seller.place().value())
                .update();
        resident = TestPeople.resident(seller.region());
        lessons = done(offers.write(TestOffers.online(seller, Online.Gives.TEXT)));
        done(desk.write(merchant(), lessons.id(), "Begin here"));
    }

    @Test
    void whoHasNotOpenedItIsToldTwoDaysBeforeItCountsAsDelivered() throws IOException {
        var opened = paid();
        var unopened = paid();
        await().until(() -> noted(opened) == 1 && noted(unopened) == 1);
        assertThat(client.post(resident, "/api/orders/" + opened + "/opening", "o", Map.of("withdrawalEnds", true))
                        .text("state"))
                .isEqualTo("SETTLED");
        await().until(() -> noted(opened) == 0);

        clock.set(
                TestClock.START.plus(UNTIL_DELIVERED).minus(Duration.ofDays(2)).minusSeconds(60));
        reminders.tellDue(1_000);
        assertThat(told(unopened)).isZero();
        clock.set(
                TestClock.START.plus(UNTIL_DELIVERED).minus(Duration.ofDays(2)).plusSeconds(60));
        reminders.tellDue(1_000);
        reminders.tellDue(1_000);
        await().until(() -> told(unopened) == 1);
        assertThat(told(opened)).isZero();
    }

    /** Reminders that are still to come. */
    private static int noted(UUID order) {
        return count("select count(*)::int from notice.reminder where order_id = ?", order);
    }

    /** Letters that say that it opens by itself soon. */
    private static int told(UUID order) {
        return count("""
            select count(*)::int from notice.notice
            where subject_id = ? and kind = 'REMINDER' and facts ->> 'online' = 'true'
            """, order);
    }

    private static int count(String sql, UUID order) {
        return TestTown.jdbc().sql(sql).param(order).query(Integer.class).single();
    }

    private UUID paid() throws IOException {
        var held = client.post(
                resident,
                "/api/orders",
                UUID.randomUUID().toString(),
                Map.of("offerId", lessons.id().value(), "quantity", 1));
        client.press(client.pay(resident, held.id(), "p" + held.id()).text("redirectUrl"), "succeed");
        client.order(resident, held.id(), "PAID");
        return held.id();
    }

    private Actor merchant() {
        return new Actor(
                new PersonId(TestPeople.merchantOf(seller).id()),
                "Lin",
                seller.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.MERCHANT, seller.region(), seller.merchant().value(), null)));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
