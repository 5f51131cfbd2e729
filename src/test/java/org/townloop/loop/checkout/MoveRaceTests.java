package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.Stream;
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
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Two residents want to move to the same time: one does, the other keeps what they had. */
@TownTest
class MoveRaceTests {

    private static final Instant TEN = Instant.parse("2026-11-28T02:00:00Z");
    private static final Instant TWELVE = Instant.parse("2026-11-28T04:00:00Z");
    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

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

    @Test
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

    @Test
    void twoWhoChangePlacesNeverLoseTheirs() throws IOException {
        var one = TestPeople.resident(salon.region());
        var other = TestPeople.resident(salon.region());
        var ten = paid(one, TEN);
        var twelve = paid(other, TWELVE);
        Race.of(Stream.of(() -> move(one, ten, TWELVE), () -> move(other, twelve, TEN)));
        assertThat(claims()).isEqualTo(4);
        assertThat(audit.run()).isEqualTo(before);
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
