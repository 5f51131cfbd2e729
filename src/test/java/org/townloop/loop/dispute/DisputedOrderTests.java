package org.townloop.loop.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.Race;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.checkout.NoShows;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;

/** What an order may and may not do while somebody objects to it, and when it can be objected to at all. */
@TownTest
class DisputedOrderTests extends SomebodyObjects {

    private static final Instant SATURDAY = Instant.parse("2026-11-27T16:00:00Z");

    @Autowired
    NoShows noShows;

    /** The door was closed: it was paid and never had. */
    @Test
    void nothingIsReleasedOrSettledMeanwhile() throws IOException {
        var order = paid();
        assertThat(object(order, "ALL", 0, "early").text("type")).endsWith("dispute-too-early");
        clock.set(FOUR);
        var dispute = objected(order, "ALL", 0);
        assertThat(scan(order, "n")).isEqualTo("REVOKED");
        assertThat(client.cancel(resident, order, "c").text("type")).endsWith("already-used");
        assertThat(client.post(
                                owner,
                                "/api/orders/" + order + "/refunds",
                                "g",
                                Map.of("amount", Map.of("minor", 1, "currency", "CNY"), "reason", "quickly"))
                        .text("type"))
                .endsWith("order-disputed");
        clock.move(Duration.ofDays(2));
        noShows.settleDue(1_000);
        assertThat(client.order(resident, order).text("state")).isEqualTo("DISPUTED");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, 0L, 0L));
        answer(dispute, -1);
        assertThat(decide(operator, dispute, 10_000, 0, 0).text("state")).isEqualTo("DECIDED");
        client.order(resident, order, "REFUNDED");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 2_800L, 10_000L, 0L));
        assertThat(audit.run()).isEqualTo(before);
    }

    /** The control: what is taken back goes on as if nobody had objected, and the policy it was sold under applies. */
    @Test
    void whatIsTakenBackGoesOnByThePolicySold() throws IOException {
        var order = paid();
        clock.set(FOUR);
        var dispute = objected(order, "ALL", 0);
        assertThat(act(resident, dispute, "withdrawal", Map.of()).text("state")).isEqualTo("WITHDRAWN");
        assertThat(client.order(resident, order).text("state")).isEqualTo("PAID");
        assertThat(scan(order, "n")).isEqualTo("REDEEMED");
        client.order(resident, order, "SETTLED");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, HAIRCUT, 0L, 0L));
        assertThat(objected(order, "PART", 100)).as("another one").isNotEqualTo(dispute);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void nothingDecidedLeavesItToThePolicySold() throws IOException {
        var order = paid();
        clock.set(FOUR);
        var dispute = objected(order, "ALL", 0);
        answer(dispute, -1);
        decide(operator, dispute, 0, 0, 0);
        assertThat(client.order(resident, order).text("state")).isEqualTo("PAID");
        clock.set(FOUR.plus(Duration.ofDays(2)));
        noShows.settleDue(1_000);
        client.order(resident, order, "REFUNDED");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 6_400L, 6_400L, 0L));
        assertThat(audit.run()).isEqualTo(before);
    }

    /** Four lunches on one voucher, of which one was had. */
    @Test
    void ofAPassUsedInPartGoesBackWhatWasEarnedAndAllOnceItHasRunOut() throws IOException {
        var order = lunches();
        clock.set(SATURDAY.plus(Duration.ofHours(12)));
        assertThat(scan(order, "n")).isEqualTo("REDEEMED");
        var dispute = objected(order, "ALL", 0);
        answer(dispute, -1);
        assertThat(decide(operator, dispute, 4 * 6_800, 0, 0).text("type")).endsWith("dispute-amount-invalid");
        assertThat(decide(operator, dispute, 6_801, 0, 0).text("type")).endsWith("dispute-amount-invalid");
        clock.set(SATURDAY.plus(Duration.ofHours(25)));
        assertThat(decide(operator, dispute, 4 * 6_800, 0, 0).text("state")).isEqualTo("DECIDED");
        assertThat(money(order)).isEqualTo(List.of(4 * 6_800L, 0L, 4 * 6_800L, 0L));
        assertThat(audit.run()).isEqualTo(before);
    }

    /** A gateway pays back no more than it captured: what the policy may have to give back later is left for it. */
    @Test
    void whatThePlatformAddsLeavesEnoughForWhatThePolicyGivesBackLater() throws IOException {
        var order = lunches();
        clock.set(SATURDAY.plus(Duration.ofHours(12)));
        assertThat(scan(order, "n")).isEqualTo("REDEEMED");
        var dispute = objected(order, "ALL", 0);
        answer(dispute, -1);
        var tooMuch = decide(operator, dispute, 0, 6_801, 0);
        assertThat(tooMuch.text("type")).endsWith("platform-adds-too-much");
        assertThat(tooMuch.text("field")).isEqualTo("ofPlatform");
        assertThat(decide(operator, dispute, 0, 6_800, 0).text("state")).isEqualTo("DECIDED");
        clock.set(SATURDAY.plus(Duration.ofDays(4)));
        client.order(resident, order, "SETTLED");
        var after = money(order);
        assertThat(after.get(0)).as("nothing of it is left").isEqualTo(after.get(1) + after.get(2));
        assertThat(audit.run()).isEqualTo(before);
    }

    /** What is offered can be accepted: of a pass that can still be used that is what was earned, and no more. */
    @Test
    void noMoreIsOfferedForAPassThanCanBeGiven() throws IOException {
        var order = lunches();
        clock.set(SATURDAY.plus(Duration.ofHours(12)));
        assertThat(scan(order, "n")).isEqualTo("REDEEMED");
        assertThat(object(order, "PART", 6_801, "much").text("type")).endsWith("dispute-amount-invalid");
        var dispute = objected(order, "ALL", 0);
        assertThat(answer(dispute, 6_801).text("type")).endsWith("dispute-amount-invalid");
        assertThat(answer(dispute, 6_800).text("state")).isEqualTo("ANSWERED");
        assertThat(act(resident, dispute, "acceptance", Map.of("amount", Map.of("minor", 6_800, "currency", "CNY")))
                        .text("state"))
                .isEqualTo("SETTLED");
        assertThat(money(order)).isEqualTo(List.of(4 * 6_800L, 0L, 6_800L, 0L));
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void oneAtATimeHoweverManyAreSentAtOnce() throws IOException {
        var order = had();
        var answers = Race.of(6, hand -> status(order, "k" + hand));
        assertThat(answers).containsOnly(201, 409);
        assertThat(answers.stream().filter(status -> status == 201)).hasSize(1);
        assertThat(TestTown.jdbc()
                        .sql("select count(*) from dispute.dispute where order_id = ?")
                        .param(order)
                        .query(Integer.class)
                        .single())
                .isOne();
    }

    @Test
    void theSameKeyOpensOneAndDaysAreWhatTheRegionSays() throws IOException {
        var order = had();
        clock.set(FOUR.plus(Duration.ofDays(7)).plusSeconds(1));
        assertThat(object(order, "ALL", 0, "late").text("type")).endsWith("dispute-too-late");
        clock.move(Duration.ofSeconds(-1));
        var first = object(order, "ALL", 0, "o");
        assertThat(object(order, "ALL", 0, "o").id()).isEqualTo(first.id());
        assertThat(object(order, "PART", 1, "o").status()).isEqualTo(422);
    }

    @Test
    void whatIsAskedForMustBeThere() throws IOException {
        var order = had();
        assertThat(object(order, "PART", HAIRCUT + 1, "a").text("type")).endsWith("dispute-amount-invalid");
        assertThat(object(order, "PART", 0, "b").text("type")).endsWith("dispute-amount-invalid");
        assertThat(object(order, "EVERYTHING", 0, "c").text("type")).endsWith("dispute-choice-missing");
        assertThat(client.order(resident, order).text("state")).isEqualTo("SETTLED");
    }

    /** Both race for the order's row: accepting moves the money once, and whoever comes second is told. */
    @Test
    void acceptingAndWithdrawingAtOnceLetOneOfThemBeFirst() throws IOException {
        var order = had();
        var dispute = objected(order, "PART", 5_000);
        answer(dispute, 4_000);
        var offer = Map.of("amount", Map.of("minor", 4_000, "currency", "CNY"));
        Race.of(6, hand -> acted(dispute, hand % 2 == 0 ? "acceptance" : "withdrawal", offer));
        var refunded = state(dispute).equals("SETTLED") ? 4_000L : 0L;
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, HAIRCUT - refunded, refunded, 0L));
        assertThat(client.order(resident, order).text("state")).isEqualTo("SETTLED");
        assertThat(audit.run()).isEqualTo(before);
    }

    private UUID lunches() throws IOException {
        salon = TestSalon.with(1, 0).asRestaurant();
        owner = TestPeople.merchantOf(salon);
        counter = TestPeople.counterOf(salon);
        var lunch =
                ((Outcome.Done<Offer>) offers.write(salon.setMenu(10))).value().id();
        var held = client.post(
                resident,
                "/api/orders",
                "lunches-" + lunch.value(),
                Map.of(
                        "offerId",
                        lunch.value(),
                        "slotStart",
                        SATURDAY.toString(),
                        "quantity",
                        4,
                        "answers",
                        Map.of("main", "fish")));
        var order = held.id();
        client.press(client.pay(resident, order, "p-" + order).text("redirectUrl"), "succeed");
        client.order(resident, order, "PAID");
        return order;
    }

    private int acted(UUID dispute, String what, Map<String, ?> body) {
        try {
            return act(resident, dispute, what, body).status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int status(UUID order, String key) {
        try {
            return object(order, "ALL", 0, key).status();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
