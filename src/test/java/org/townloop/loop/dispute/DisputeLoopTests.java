package org.townloop.loop.dispute;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;

/** From the objection to its end: agreed, taken back, decided, decided again. */
@TownTest
class DisputeLoopTests extends SomebodyObjects {

    @Test
    void theTwoAgreeAndTheMoneyMovesWithTheYes() throws IOException {
        var order = had();
        var dispute = objected(order, "PART", 6_000);
        assertThat(client.order(resident, order).text("state")).isEqualTo("DISPUTED");
        assertThat(told(owner, "DISPUTE_OPENED")).hasSize(1);
        assertThat(answer(dispute, 4_000).text("state")).isEqualTo("ANSWERED");
        assertThat(act(resident, dispute, "acceptance", Map.of("amount", Map.of("minor", 5_000, "currency", "CNY")))
                        .text("type"))
                .endsWith("dispute-offer-changed");
        assertThat(act(resident, dispute, "acceptance", Map.of("amount", Map.of("minor", 4_000, "currency", "CNY")))
                        .text("state"))
                .isEqualTo("SETTLED");
        assertThat(client.order(resident, order).text("state")).isEqualTo("SETTLED");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 8_800L, 4_000L, 0L));
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void thatItIsDoneAgainMovesNoMoney() throws IOException {
        var order = had();
        var dispute = objected(order, "REDO", 0);
        answer(dispute, 0);
        assertThat(act(resident, dispute, "acceptance", Map.of("redo", true)).text("state"))
                .isEqualTo("SETTLED");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, HAIRCUT, 0L, 0L));
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void anOperatorDecidesFromWhosePocketAndBothAreToldWhy() throws IOException {
        var order = had();
        var dispute = objected(order, "ALL", 0);
        assertThat(answer(dispute, -1).text("state")).isEqualTo("REFERRED");
        var decided = decide(operator, dispute, 5_000, 1_000, 0);
        assertThat(decided.text("state")).as(decided.body().toString()).isEqualTo("DECIDED");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 7_800L, 5_000L, 1_000L));
        assertThat(client.order(resident, order).text("state")).isEqualTo("SETTLED");
        assertThat(told(resident, "DISPUTE_NEWS")).anyMatch(words -> words.contains("The pictures show it"));
        assertThat(told(owner, "DISPUTE_NEWS")).anyMatch(words -> words.contains("The pictures show it"));
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void theSecondOpinionIsAnothersAndComesOnTop() throws IOException {
        var order = had();
        var dispute = objected(order, "ALL", 0);
        answer(dispute, -1);
        decide(operator, dispute, 5_000, 0, 0);
        assertThat(act(TestPeople.resident(salon.region()), dispute, "appeal", Map.of("words", "It is none of mine"))
                        .status())
                .isEqualTo(404);
        assertThat(act(resident, dispute, "appeal", Map.of("words", "It cost all of it"))
                        .text("state"))
                .isEqualTo("APPEALED");
        assertThat(act(resident, dispute, "appeal", Map.of("words", "Again")).text("type"))
                .endsWith("dispute-moved-on");
        assertThat(decide(operator, dispute, 100, 0, 0).text("type")).endsWith("decided-by-you");
        assertThat(decide(another, dispute, 0, 0, 5_001).text("type")).endsWith("made-good-too-much");
        assertThat(decide(another, dispute, 1_000, 500, 2_000).text("state")).isEqualTo("FINAL");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 6_800L, 6_000L, 500L));
        assertThat(decide(another, dispute, 1, 0, 0).text("type")).endsWith("dispute-moved-on");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void theMerchantAsksForASecondOpinionByTheSameCallOnce() throws IOException {
        var order = had();
        var dispute = objected(order, "ALL", 0);
        answer(dispute, -1);
        assertThat(act(owner, dispute, "appeal", Map.of("words", "Too soon")).text("type"))
                .endsWith("dispute-moved-on");
        decide(operator, dispute, 5_000, 0, 0);
        assertThat(act(owner, dispute, "appeal", Map.of()).text("field")).isEqualTo("words");
        var appealed = client.post(
                owner, "/api/disputes/" + dispute + "/appeal", "same", Map.of("words", "It was asked for so"));
        assertThat(appealed.text("state")).isEqualTo("APPEALED");
        assertThat(appealed.text("appealedBy")).isEqualTo("MERCHANT");
        assertThat(appealed.body().at("/words/2/words").asString()).isEqualTo("It was asked for so");
        var again = client.post(
                owner, "/api/disputes/" + dispute + "/appeal", "same", Map.of("words", "It was asked for so"));
        assertThat(again.status()).isEqualTo(200);
        assertThat(act(resident, dispute, "appeal", Map.of("words", "So do I")).text("type"))
                .endsWith("dispute-moved-on");
        assertThat(decide(another, dispute, 0, 0, 2_000).text("state")).isEqualTo("FINAL");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whoSaysNothingInTimeIsNotWaitedFor() throws IOException {
        var order = had();
        var silent = objected(order, "ALL", 0);
        clock.move(Duration.ofHours(72).minusSeconds(1));
        chores.run();
        assertThat(state(silent)).isEqualTo("OPEN");
        clock.move(Duration.ofSeconds(1));
        chores.run();
        assertThat(state(silent)).isEqualTo("REFERRED");
        assertThat(told(owner, "DISPUTE_NEWS")).anyMatch(words -> words.contains("not answered in time"));
        assertThat(answer(silent, 100).text("type")).endsWith("dispute-moved-on");
        decide(operator, silent, HAIRCUT, 0, 0);
        clock.move(Duration.ofDays(7));
        chores.run();
        assertThat(state(silent)).isEqualTo("FINAL");
        assertThat(act(resident, silent, "appeal", Map.of("words", "Late")).text("type"))
                .endsWith("dispute-moved-on");
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, HAIRCUT, 0L));
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void anOfferThatIsDeclinedOrForgottenGoesToAnOperator() throws IOException {
        var declined = objected(had(), "PART", 100);
        answer(declined, 50);
        assertThat(act(resident, declined, "refusal", Map.of()).text("referredFor"))
                .isEqualTo("DECLINED");
        clock.set(TestClock.START);
        open();
        var forgotten = objected(had(), "PART", 100);
        answer(forgotten, 50);
        clock.move(Duration.ofHours(72));
        chores.run();
        assertThat(state(forgotten)).isEqualTo("REFERRED");
    }

    @Test
    void whoOperatesAndTakesPartDoesNotDecide() throws IOException {
        var dispute = objected(had(), "ALL", 0);
        answer(dispute, -1);
        TestTown.jdbc()
                .sql("insert into identity.role (person_id, role, region_id, merchant_id) values (?, 'MERCHANT', ?, ?)")
                .params(operator.id(), salon.region().number(), salon.merchant().value())
                .update();
        assertThat(decide(operator, dispute, 0, 0, 0).text("type")).endsWith("decider-takes-part");
        assertThat(decide(resident, dispute, 0, 0, 0).status()).isEqualTo(404);
        assertThat(decide(owner, dispute, 0, 0, 0).status()).isEqualTo(404);
        assertThat(decide(another, dispute, HAIRCUT, 1, 0).text("type")).endsWith("platform-adds-too-much");
        assertThat(decide(another, dispute, 0, 0, 0).text("state")).isEqualTo("DECIDED");
    }

    @Test
    void aStrangersDisputeIsNotThere() throws IOException {
        var order = had();
        var dispute = objected(order, "ALL", 0);
        var stranger = TestPeople.resident(salon.region());
        assertThat(client.get(stranger, "/api/orders/" + order + "/disputes").status())
                .isEqualTo(404);
        assertThat(act(stranger, dispute, "withdrawal", Map.of()).status()).isEqualTo(404);
        assertThat(act(resident, dispute, "answer", Map.of("words", "I am the shop"))
                        .status())
                .isEqualTo(404);
    }
}
