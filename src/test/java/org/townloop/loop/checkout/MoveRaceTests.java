package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.LoopClient;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.DayWindows;
import org.townloop.supply.booking.Doorsteps;
import org.townloop.supply.booking.Pricing;
import org.townloop.supply.booking.Unlocked;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.Packs;

/**
 * Two residents want to move to the same time: one does, the other keeps what they had. Without the lock on the calendar
 * and without the constraint, these tests must see two at one time.
 */
@TownTest
class MoveRaceTests {

    private static final String CONSTRAINT = "never_in_two_places_at_once";
    private static final Instant TEN = Instant.parse("2026-11-28T02:00:00Z");
    private static final Instant TWELVE = Instant.parse("2026-11-28T04:00:00Z");
    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Orders orders;

    @Autowired
    DayWindows windows;

    @Autowired
    Vouchers vouchers;

    @Autowired
    Issuance issuance;

    @Autowired
    Atomically atomically;

    @Autowired
    ApplicationContext town;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private LoopClient client;
    private TestSalon salon;
    private UUID haircut;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        salon = TestSalon.with(1, 1);
        haircut = offers.write(salon.haircut()) instanceof Outcome.Done<Offer>(var offer)
                ? offer.id().value()
                : new UUID(0, 0);
    }

    @Rounds
    void ofTwoWhoMoveToOneTimeOneDoes() throws IOException {
        for (int round = 0; round < 5; round++) {
            open();
            var one = TestPeople.resident(salon.region());
            var other = TestPeople.resident(salon.region());
            var ten = paid(one, TEN);
            var twelve = paid(other, TWELVE);
            var answers = new ConcurrentLinkedQueue<Integer>();
            Race.of(Stream.of(() -> answers.add(move(one, ten, THREE)), () -> answers.add(move(other, twelve, THREE))));
            assertThat(answers).containsExactlyInAnyOrder(200, 409);
            assertThat(claimsAt(THREE)).isEqualTo(2);
            assertThat(claims()).isEqualTo(4);
            assertThat(audit.run()).isEqualTo(before);
        }
    }

    @Rounds
    void twoWhoChangePlacesNeverLoseTheirs() throws IOException {
        var one = TestPeople.resident(salon.region());
        var other = TestPeople.resident(salon.region());
        var ten = paid(one, TEN);
        var twelve = paid(other, TWELVE);
        Race.of(Stream.of(() -> move(one, ten, TWELVE), () -> move(other, twelve, TEN)));
        assertThat(claims()).isEqualTo(4);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void withoutTheLockTheConstraintStillMovesOnlyOne() throws IOException {
        assertThat(unlockedRaceToThree(paidAtTenAndTwelve().keySet())).containsExactlyInAnyOrder(true, false);
        assertThat(claimsAt(THREE)).isEqualTo(2);
        assertThat(claims()).isEqualTo(4);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void withoutBothDefencesTheTestSeesTwoAtOneTime() throws IOException {
        var owner = new JdbcTemplate(TestTown.owner());
        var orders = paidAtTenAndTwelve();
        owner.execute("alter table booking.claim drop constraint " + CONSTRAINT);
        try {
            assertThat(unlockedRaceToThree(orders.keySet())).containsExactly(true, true);
            assertThat(claimsAt(THREE)).isEqualTo(4);
        } finally {
            for (var order : orders.entrySet()) {
                client.cancel(
                        order.getValue(), order.getKey(), UUID.randomUUID().toString());
            }
            owner.execute("alter table booking.claim add constraint " + CONSTRAINT
                    + " exclude using gist (region_id with =, subject_id with =, during with &&)");
        }
    }

    private Map<UUID, TestPeople> paidAtTenAndTwelve() throws IOException {
        var paid = new HashMap<UUID, TestPeople>();
        for (var start : List.of(TEN, TWELVE)) {
            var who = TestPeople.resident(salon.region());
            paid.put(paid(who, start), who);
        }
        return paid;
    }

    /** Which of them were moved, if both choose before either writes. */
    private Collection<Boolean> unlockedRaceToThree(Collection<UUID> rivals) {
        var bookings = Unlocked.bookings(town, rivals.size());
        var moves = new Moves(
                orders,
                town.getBean(MoveRules.class),
                town.getBean(OneAtATime.class),
                town.getBean(Deliveries.class),
                offers,
                bookings,
                town.getBean(Doorsteps.class),
                windows,
                town.getBean(Pricing.class),
                town.getBean(Packs.class),
                town.getBean(Askings.class),
                town.getBean(Custody.class),
                vouchers,
                issuance,
                town.getBean(EventLog.class),
                clock);
        var moved = new ConcurrentLinkedQueue<Boolean>();
        Race.of(rivals.stream()
                .map(OrderId::new)
                .map(id -> () -> moved.add(
                        atomically.run(() -> moves.move(orders.lock(id), THREE, null)) instanceof Outcome.Done)));
        return moved;
    }

    private int move(TestPeople who, UUID order, Instant to) {
        try {
            return client.post(
                            who,
                            "/api/orders/" + order + "/move",
                            UUID.randomUUID().toString(),
                            Map.of("slotStart", to.toString()))
                    .status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UUID paid(TestPeople who, Instant start) throws IOException {
        var order =
                client.hold(who, haircut, start, UUID.randomUUID().toString()).id();
        var payment = client.pay(who, order, UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(who, order, "PAID");
        return order;
    }

    private int claims() {
        return TestTown.jdbc()
                .sql("select count(*) from booking.claim where place_id = ?")
                .param(salon.place().value())
                .query(Integer.class)
                .single();
    }

    private int claimsAt(Instant start) {
        return TestTown.jdbc()
                .sql("select count(*) from booking.claim where place_id = ? and lower(during) = ?::timestamptz")
                .params(salon.place().value(), start.toString())
                .query(Integer.class)
                .single();
    }
}
