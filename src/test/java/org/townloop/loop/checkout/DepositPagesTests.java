package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.BalanceReceipt.Means;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** What pages say of a deposit: what is paid where, what comes back and from whom, and sums that add up. */
@TownTest
class DepositPagesTests {

    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    private static final Instant FRIDAY = Instant.parse("2026-11-27T06:00:00Z");
    private static final Instant SUNDAY = Instant.parse("2026-11-29T04:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Balances balances;

    @Autowired
    TestClock clock;

    private DepositDay day;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        day = DepositDay.at(port, offers);
    }

    /** The deposit is kept, and the place has cash of what does not happen: nobody is left without a word of that. */
    @Test
    void calledOffAfterItWasPaidAtThePlaceEverybodyIsToldOfTheSumToHandBack() throws IOException {
        var merchant = PageClient.of(port, TestPeople.merchantOf(day.salon()));
        var order = day.paid(day.haircut(30), THREE, null, 1);
        note(order, 8_960, 0);
        clock.set(THREE.minus(Duration.ofHours(1)));
        var resident = PageClient.of(port, day.resident());
        var before = resident.get("/orders/" + order);
        assertThat(before.words())
                .contains("89.60 that you paid at the place is given back there", "89.60 back at the place")
                .doesNotContain("get ¥0 back");
        resident.post(
                "/orders/" + order + "/cancellation",
                before,
                Map.of("refund", before.field("refund"), "key", before.field("key")));
        day.client().order(day.resident(), order, "CANCELLED");
        assertThat(resident.get("/orders/" + order).words())
                .contains("38.40 that you paid online comes back", "89.60 from you that is not due any more")
                .doesNotContain("There is nothing to give back", "Paid at the place", "is free for others");
        var counter = PageClient.of(port, day.counter());
        var place = "?place=" + day.salon().place().value();
        assertThat(counter.get("/counter" + place).words()).contains("To give back here: ¥89.60");
        assertThat(merchant.get("/desk" + place + "&day=2026-11-28").words()).contains("To give back here: ¥89.60");
        var back = counter.get("/counter/orders/" + order + "/balance");
        assertThat(back.body()).doesNotContain("Still to pay here");
        assertThat(back.words())
                .contains("To give back here", "Nothing is due for this order any more", "Given back in cash")
                .doesNotContain("Nothing is left to pay here");
        await().until(() -> told(order).equals(List.of("desk 8960", "resident 8960")));
        assertThat(resident.get("/my-loop").words()).contains("The place gives back the ¥89.60 that was paid there.");
        assertThat(merchant.get("/desk/notices").words()).contains("to be given back: ¥89.60");
    }

    @Test
    void afterPartOfItWasHadTheSumsAreThoseOfThatPart() throws IOException {
        var order = day.paid(day.rooms(30), FRIDAY, SUNDAY, 3);
        clock.set(FRIDAY.plus(Duration.ofHours(3)));
        day.redeem(order, 1);
        day.redeem(order, 2);
        var resident = PageClient.of(port, day.resident());
        assertThat(resident.get("/orders/" + order).words())
                .contains(
                        "Your ¥232.80 stays in escrow", "for 2 of 3", "1,086.40", "¥232.80 that you paid ahead for it")
                .doesNotContain("Call it off by", "Your ¥698.40");
        var counter = PageClient.of(port, day.counter());
        var balance = "/counter/orders/" + order + "/balance";
        assertThat(counter.get(balance).words())
                .contains("For 2 of 3, who have come ¥1,552 ", "Of the deposit, paid online -¥465.60", "¥1,086.40")
                .doesNotContain("2,328", "698.40");
        note(order, 108_640, 0);
        assertThat(counter.get(balance).words()).contains("noted by", "-¥1,086.40", "Nothing is left to pay here");
        assertThat(counter.get(balance + "?lang=zh-CN").words()).contains("已核销 2 份，共 3 份");
    }

    /** Half of the price would be kept of who does not come, which is more than the deposit: there is no rest. */
    @Test
    void whatIsKeptOfADepositIsSaidInAmountsThatHold() throws IOException {
        var offer = day.haircut(30);
        var resident = PageClient.of(port, day.resident());
        assertThat(resident.get("/offers/" + offer).words())
                .contains(
                        "Call it off up to 2 h before the start and you get ¥38.40 back.",
                        "Later the deposit of ¥38.40 does not come back.",
                        "If you do not come, the deposit of ¥38.40 does not come back.")
                .doesNotContain("50%");
        var early = day.paid(offer, THREE, null, 1);
        assertThat(resident.get("/orders/" + early).words())
                .contains("13:00 and you get ¥38.40 back.", "Later the deposit of ¥38.40 does not come back.")
                .doesNotContain("50%", "the rest comes back");
        var half = day.paid(day.haircut(50), THREE.plus(Duration.ofHours(2)), null, 1);
        assertThat(resident.get("/orders/" + half).words())
                .contains("and you get ¥64 back.", "and you get ¥25.60 back.", "Later the deposit of ¥64 does not");
        clock.set(THREE.minus(Duration.ofHours(1)));
        assertThat(resident.get("/orders/" + early).words())
                .contains("from now on, the deposit of ¥38.40 does not come back", "Cancel; nothing comes back")
                .doesNotContain("get ¥0 back", "Later the deposit");
    }

    @Test
    void theCounterIsToldWhyNothingWasNotedOrUndone() throws IOException {
        var order = day.paid(day.haircut(30), THREE, null, 1);
        var balance = "/counter/orders/" + order + "/balance";
        var one = PageClient.of(port, day.counter());
        var other = PageClient.of(port, TestPeople.counterOf(day.salon()));
        var page = one.get(balance);
        var shown = Map.of("amount", page.field("amount"), "received", page.field("received"), "means", "barter");
        var unknown = one.post(balance, page, shown);
        assertThat(unknown.status()).isEqualTo(422);
        assertThat(unknown.words()).contains("Say how it was paid or given back: in cash or at your own terminal.");
        var nothing = one.post(balance + "/undo", page, Map.of());
        assertThat(nothing.status()).isEqualTo(409);
        assertThat(nothing.words()).contains("Something was noted or undone here since");
        var cash = Map.of("amount", page.field("amount"), "received", page.field("received"), "means", "cash");
        var seen = other.get(balance);
        assertThat(one.post(balance, page, cash).status()).isEqualTo(303);
        assertThat(one.post(balance, page, cash).status()).as("pressed twice").isEqualTo(303);
        var second = other.post(balance, seen, cash);
        assertThat(second.status()).isEqualTo(409);
        assertThat(second.words()).contains("Somebody else has noted it before you", "Received in cash");
        var otherwise = one.post(
                balance,
                page,
                Map.of("amount", page.field("amount"), "received", page.field("received"), "means", "terminal"));
        assertThat(otherwise.status()).isEqualTo(409);
        assertThat(otherwise.words())
                .contains("You have noted it already, in the other way", "Received in cash")
                .doesNotContain("Somebody else");
    }

    private void note(UUID order, long open, long received) {
        assertThat(balances.note(day.staff(), new OrderId(order), Means.CASH, new Balances.Seen(open, received)))
                .isInstanceOf(Outcome.Done.class);
    }

    /** To whom it was written that it is called off, and what the place is to give back. */
    private static List<String> told(UUID order) {
        return TestTown.jdbc()
                .sql("""
                    select case when facts -> 'desk' is not null then 'desk ' else 'resident ' end || (facts ->> 'backMinor')
                    from notice.notice where subject_id = :order and kind = 'CANCELLED' order by 1
                    """)
                .param("order", order)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }
}
