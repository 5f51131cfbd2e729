package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;

/** A class that is sold out, and those who wait for a seat. */
abstract class FullClass {

    static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    FreedSlots freed;

    @Autowired
    ApplicationContext town;

    @Autowired
    TestClock clock;

    LoopClient client;
    TestSalon school;
    Offer yoga;
    TestPeople full;
    final List<UUID> sold = new ArrayList<>();

    @BeforeEach
    void aClassThatIsSoldOut() throws IOException {
        clock.set(TestClock.START);
        client = new LoopClient(port);
        school = TestSalon.with(1, 0);
        TestTown.jdbc()
                .sql("update merchant.place set trade = 'classes' where region_id = ? and id = ?")
                .params(school.region().number(), school.place().value())
                .update();
        var session = new Session(3, List.of(), Set.of(LocalDateTime.parse("2026-11-27T10:00")), Set.of());
        yoga = written(TestOffers.yoga(school, school.staff().getFirst(), session));
        full = TestPeople.resident(school.region());
        for (int i = 0; i < 3; i++) {
            sold.add(paid(full));
        }
    }

    Offer written(NewOffer offer) {
        return switch (offers.write(offer)) {
            case Outcome.Done<Offer>(var written) -> written;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    record Waits(TestPeople who, UUID id) {}

    Waits joined() throws IOException {
        var who = TestPeople.resident(school.region());
        var answer = join(who);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        clock.move(Duration.ofMillis(10)); // whoever joins later joined later
        return new Waits(who, answer.id());
    }

    LoopClient.Answer join(TestPeople who) throws IOException {
        return client.post(
                who,
                "/api/waits",
                "",
                Map.of(
                        "offerId", yoga.id().value(),
                        "from", "2026-11-27T00:00:00+08:00",
                        "to", "2026-11-28T00:00:00+08:00"));
    }

    void offered(Waits waits) {
        await().until(() -> {
            freed.offerDue(100);
            return !state(waits).equals("WAITING");
        });
        assertThat(state(waits)).isEqualTo("OFFERED");
    }

    boolean booked(String key) {
        try {
            return client.hold(TestPeople.resident(school.region()), yoga.id().value(), FRIDAY, key)
                            .status()
                    == 201;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    void calledOff(int which) throws IOException {
        assertThat(client.cancel(full, sold.get(which), "c" + which).status()).isEqualTo(200);
    }

    void pays(Waits waits) throws IOException {
        var order = orderOf(waits);
        client.press(client.pay(waits.who(), order, "p" + order).text("redirectUrl"), "succeed");
        client.order(waits.who(), order, "PAID");
    }

    UUID paid(TestPeople who) throws IOException {
        var held = client.hold(who, yoga.id().value(), FRIDAY, UUID.randomUUID().toString());
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        client.press(client.pay(who, held.id(), "p" + held.id()).text("redirectUrl"), "succeed");
        client.order(who, held.id(), "PAID");
        return held.id();
    }

    static String state(Waits waits) {
        return TestTown.jdbc()
                .sql("select state from ordering.wait where id = ?")
                .param(waits.id())
                .query(String.class)
                .single();
    }

    static UUID orderOf(Waits waits) {
        return TestTown.jdbc()
                .sql("select order_id from ordering.wait where id = ?")
                .param(waits.id())
                .query(UUID.class)
                .single();
    }

    static int told(Waits waits) {
        return TestTown.jdbc()
                .sql("select count(*)::int from notice.notice where person_id = ? and occasion = 'freed'")
                .param(waits.who().id())
                .query(Integer.class)
                .single();
    }

    int taken() {
        return TestTown.jdbc()
                .sql("select coalesce(sum(units), 0)::int from booking.lot_claim where subject_id = ?")
                .param(yoga.id().value())
                .query(Integer.class)
                .single();
    }
}
