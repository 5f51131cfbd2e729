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
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Session;

/** Who waits for a class that is full is offered what becomes free, in the order in which they joined, and nobody twice. */
@TownTest
class WaitingTests {

    private static final Instant FRIDAY = Instant.parse("2026-11-27T02:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    FreedSlots freed;

    @Autowired
    TestClock clock;

    private LoopClient client;
    private TestSalon school;
    private Offer yoga;
    private TestPeople full;
    private final List<UUID> sold = new ArrayList<>();

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
        yoga = switch (offers.write(TestOffers.yoga(school, school.staff().getFirst(), session))) {
            case Outcome.Done<Offer>(var offer) -> offer;
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal.toString());
        };
        full = TestPeople.resident(school.region());
        for (int i = 0; i < 3; i++) {
            sold.add(paid(full));
        }
    }

    @Test
    void twoFreedSeatsGoToTheFirstTwoOfThreeAndThenToTheThird() throws IOException {
        var first = joined();
        var second = joined();
        var third = joined();
        calledOff(0);
        calledOff(1);
        offered(first);
        offered(second);
        freed.offerDue(100);
        assertThat(state(third)).isEqualTo("WAITING");
        assertThat(taken()).isEqualTo(3);
        assertThat(client.hold(TestPeople.resident(school.region()), yoga.id().value(), FRIDAY, "h")
                        .status())
                .isEqualTo(409);

        pays(first);
        await().until(() -> state(first).equals("TAKEN"));
        clock.move(Duration.ofMinutes(31));
        await().until(() -> state(second).equals("MISSED"));
        offered(third);
        assertThat(taken()).isEqualTo(3);
        assertThat(told(second)).isEqualTo(1);
    }

    @Test
    void aStrangerWhoBooksAtThatMomentAndWhoWaitsNeverBothGetIt() throws IOException {
        var waits = joined();
        calledOff(0);
        var strangers = Race.of(8, hand -> {
            if (hand % 2 == 0) {
                freed.offerDue(100);
                return false;
            }
            return booked("h" + hand);
        });
        var got = strangers.stream().filter(each -> each).count();
        await().until(() -> {
            freed.offerDue(100);
            return got == 1 || state(waits).equals("OFFERED");
        });
        assertThat(taken()).isEqualTo(3);
        assertThat(got + (state(waits).equals("OFFERED") ? 1 : 0)).isEqualTo(1);
    }

    @Test
    void howeverManyProcessesLookEachIsOfferedOneOrderAndOneMessage() throws IOException {
        var first = joined();
        var second = joined();
        calledOff(0);
        calledOff(1);
        Race.of(12, hand -> freed.offerDue(100));
        offered(first);
        offered(second);
        assertThat(taken()).isEqualTo(3);
        assertThat(told(first)).isEqualTo(1);
        assertThat(told(second)).isEqualTo(1);
    }

    @Test
    void whoLeavesIsOfferedNothingAndNobodyWaitsForWhatIsFree() throws IOException {
        var leaves = joined();
        var stays = joined();
        assertThat(client.delete(leaves.who(), "/api/waits/" + leaves.id()).text("state"))
                .isEqualTo("LEFT");
        calledOff(0);
        offered(stays);
        assertThat(state(leaves)).isEqualTo("LEFT");
        calledOff(1);
        await().until(() -> join(TestPeople.resident(school.region())).status() == 409);
    }

    @Test
    void theSameWishTwiceIsOneAndNobodyElseSeesIt() throws IOException {
        var resident = TestPeople.resident(school.region());
        var once = join(resident).id();
        assertThat(join(resident).id()).isEqualTo(once);
        assertThat(client.get(TestPeople.resident(school.region()), "/api/waits")
                        .body()
                        .path("waits"))
                .isEmpty();
        clock.set(FRIDAY.plus(Duration.ofDays(1)));
        freed.offerDue(100);
        assertThat(client.get(resident, "/api/waits")
                        .body()
                        .at("/waits/0/state")
                        .asString())
                .isEqualTo("OVER");
    }

    private record Waits(TestPeople who, UUID id) {}

    private Waits joined() throws IOException {
        var who = TestPeople.resident(school.region());
        var answer = join(who);
        assertThat(answer.status()).as(answer.body().toString()).isEqualTo(201);
        clock.move(Duration.ofMillis(10)); // whoever joins later joined later
        return new Waits(who, answer.id());
    }

    private LoopClient.Answer join(TestPeople who) throws IOException {
        return client.post(
                who,
                "/api/waits",
                "",
                Map.of(
                        "offerId", yoga.id().value(),
                        "from", "2026-11-27T00:00:00+08:00",
                        "to", "2026-11-28T00:00:00+08:00"));
    }

    private void offered(Waits waits) {
        await().until(() -> {
            freed.offerDue(100);
            return !state(waits).equals("WAITING");
        });
        assertThat(state(waits)).isEqualTo("OFFERED");
    }

    private boolean booked(String key) {
        try {
            return client.hold(TestPeople.resident(school.region()), yoga.id().value(), FRIDAY, key)
                            .status()
                    == 201;
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private void calledOff(int which) throws IOException {
        assertThat(client.cancel(full, sold.get(which), "c" + which).status()).isEqualTo(200);
    }

    private void pays(Waits waits) throws IOException {
        var order = TestTown.jdbc()
                .sql("select order_id from ordering.wait where id = ?")
                .param(waits.id())
                .query(UUID.class)
                .single();
        client.press(client.pay(waits.who(), order, "p" + order).text("redirectUrl"), "succeed");
        client.order(waits.who(), order, "PAID");
    }

    private UUID paid(TestPeople who) throws IOException {
        var held = client.hold(who, yoga.id().value(), FRIDAY, UUID.randomUUID().toString());
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        client.press(client.pay(who, held.id(), "p" + held.id()).text("redirectUrl"), "succeed");
        client.order(who, held.id(), "PAID");
        return held.id();
    }

    private static String state(Waits waits) {
        return TestTown.jdbc()
                .sql("select state from ordering.wait where id = ?")
                .param(waits.id())
                .query(String.class)
                .single();
    }

    private static int told(Waits waits) {
        return TestTown.jdbc()
                .sql("select count(*)::int from notice.notice where person_id = ? and occasion = 'freed'")
                .param(waits.who().id())
                .query(Integer.class)
                .single();
    }

    private int taken() {
        return TestTown.jdbc()
                .sql("select coalesce(sum(units), 0)::int from booking.lot_claim where subject_id = ?")
                .param(yoga.id().value())
                .query(Integer.class)
                .single();
    }
}
