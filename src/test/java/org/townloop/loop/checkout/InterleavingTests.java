package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestDevice;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.loop.checkout.InvariantThree.End;
import org.townloop.loop.checkout.InvariantThree.Rule;
import org.townloop.loop.checkout.InvariantThree.Step;
import org.townloop.loop.ledger.Broken;
import org.townloop.supply.offer.Offers;

/** Two counters with no network, one with, and a resident who cancels: in every order the town does as the model says. */
@TownTest
class InterleavingTests {

    private static final long PRICE = 12_800;

    private static final Set<Step> WITHOUT_TIME =
            EnumSet.of(Step.ONLINE, Step.SYNC_A, Step.SYNC_B, Step.CANCEL, Step.A_KNOWS, Step.B_KNOWS);

    private static final Set<Step> WITH_TIME =
            EnumSet.of(Step.ONLINE, Step.SYNC_A, Step.CANCEL, Step.A_KNOWS, Step.THREE_DAYS_PASS);

    private static final Set<Step> WITH_AN_ANSWER_LOST =
            EnumSet.of(Step.ONLINE, Step.A_ASKS_AND_HEARS_NOTHING, Step.SYNC_A, Step.CANCEL, Step.THREE_DAYS_PASS);

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    WaitingCancellations waitingCancellations;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private OfflineShop shop;
    private TestDevice a;
    private TestDevice b;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        before = audit.run();
        shop = new OfflineShop(port, offers, clock);
        a = shop.device("A");
        b = shop.device("B");
    }

    @Test
    void aVoucherIsHadOnceOrRefundedWhateverComesFirst() throws IOException {
        for (var steps : InvariantThree.orders(WITHOUT_TIME).toList()) {
            assertThat(happens(steps, 1, 1)).as("%s", steps).isEqualTo(InvariantThree.of(steps, 1, 1));
        }
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void afterThreeDaysNobodyIsWaitedFor() throws IOException {
        for (var steps : InvariantThree.orders(WITH_TIME).toList()) {
            clock.set(TestClock.START);
            assertThat(happens(steps, 1, 1)).as("%s", steps).isEqualTo(InvariantThree.of(steps, 1, 1));
        }
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whoHeardNothingIsJudgedByWhatItSignedUnlessItWasTaken() throws IOException {
        for (var steps : InvariantThree.orders(WITH_AN_ANSWER_LOST).toList()) {
            clock.set(TestClock.START);
            assertThat(happens(steps, 1, 1)).as("%s", steps).isEqualTo(InvariantThree.of(steps, 1, 1));
        }
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aVoucherOfThreeUnitsIsNeverHadMoreThanThreeTimes() throws IOException {
        var steps = EnumSet.of(Step.ONLINE, Step.SYNC_A, Step.SYNC_B, Step.CANCEL);
        for (int ofEach = 1; ofEach <= 3; ofEach++) {
            for (var order : InvariantThree.orders(steps).toList()) {
                assertThat(happens(order, 3, ofEach))
                        .as("%s, %s units each", order, ofEach)
                        .isEqualTo(InvariantThree.of(order, 3, ofEach));
            }
        }
        assertThat(audit.run()).isEqualTo(before);
    }

    /** The control: each rule of the model is needed by some order of events that the tests above go through. */
    @ParameterizedTest
    @EnumSource(Rule.class)
    void withoutARuleSomeOrderEndsOtherwise(Rule off) {
        var rules = EnumSet.complementOf(EnumSet.of(off));
        assertThat(Stream.of(WITHOUT_TIME, WITH_TIME, WITH_AN_ANSWER_LOST)
                        .flatMap(InvariantThree::orders)
                        .filter(steps -> !InvariantThree.of(steps, 1, 1, rules).equals(InvariantThree.of(steps, 1, 1))))
                .isNotEmpty();
    }

    private End happens(List<Step> steps, int units, int ofEach) throws IOException {
        var order = shop.paid();
        TestTown.jdbc()
                .sql("update voucher.voucher set units = ? where order_id = ?")
                .params(units, order)
                .update();
        var token = shop.token(order);
        var nonce = String.valueOf(a.accept(token, ofEach).get("nonce"));
        b.accept(token, ofEach);
        var answers = new ArrayList<String>();
        for (var step : steps) {
            answers.add(happens(step, order, token, nonce, ofEach));
        }
        a.forget();
        b.forget();
        var released = shop.released(order);
        var taken = OfflineShop.ask(
                Integer.class, "select count(*) from voucher.redemption where voucher_id = ?", shop.voucher(order));
        assertThat(released).as("released of %s", steps).isEqualTo(keptOf(order, PRICE * taken / units));
        return new End(answers, taken, shop.refunded(order) > 0);
    }

    /** Of a cancelled order nothing is released: all of these are cancelled in time to get all back. */
    private long keptOf(UUID order, long earned) throws IOException {
        assertThat(shop.refunded(order)).isIn(0L, PRICE);
        return earned;
    }

    private String happens(Step step, UUID order, String token, String nonce, int units) throws IOException {
        return switch (step) {
            case ONLINE -> online(token, units);
            case A_ASKS_AND_HEARS_NOTHING ->
                a.scan(token, nonce).path("outcome").asString();
            case SYNC_A -> a.sync().getFirst().path("outcome").asString();
            case SYNC_B -> b.sync().getFirst().path("outcome").asString();
            case CANCEL -> {
                var type = shop.cancel(order).text("type");
                yield type.substring(type.lastIndexOf(':') + 1);
            }
            case A_KNOWS -> knows(a);
            case B_KNOWS -> knows(b);
            case THREE_DAYS_PASS -> {
                clock.move(Duration.ofHours(72));
                waitingCancellations.completeOverdue();
                yield "";
            }
        };
    }

    private String online(String token, int units) throws IOException {
        var answer = shop.client()
                .post(
                        shop.counter(),
                        "/api/redemptions",
                        "",
                        Map.of(
                                "items",
                                List.of(Map.of(
                                        "token", token,
                                        "nonce", UUID.randomUUID().toString(),
                                        "units", units))));
        return answer.body().at("/results/0/outcome").asString();
    }

    private static String knows(TestDevice device) throws IOException {
        device.update();
        return "";
    }
}
