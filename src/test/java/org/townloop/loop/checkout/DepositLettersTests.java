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
import org.townloop.loop.ordering.BalanceReceipts;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** Nobody is asked for what they have paid at the place, and who is to have it back is told so. */
@TownTest
class DepositLettersTests {

    private static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Balances balances;

    @Autowired
    BalanceReceipts receipts;

    @Autowired
    NoShows noShows;

    @Autowired
    TestClock clock;

    private DepositDay day;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        day = DepositDay.at(port, offers);
    }

    @Test
    void theReminderAsksForWhatIsOpen() throws IOException {
        var order = day.paid(day.haircut(30), THREE, null, 1);
        await().until(() -> asked(order).equals(List.of("8960")));
        note(order, 8_960, 0);
        await().until(() -> asked(order).equals(List.of("0")));
        var noted = receipts.of(new OrderId(order)).getLast();
        assertThat(balances.undo(day.staff(), new OrderId(order), noted.id())).isInstanceOf(Outcome.Done.class);
        await().until(() -> asked(order).equals(List.of("8960")));
    }

    @Test
    void whoHasPaidAtThePlaceIsToldThatItComesBackAndNotRemindedOfWhatIsCalledOff() throws IOException {
        var order = day.paid(day.haircut(30), THREE, null, 1);
        await().until(() -> asked(order).equals(List.of("8960")));
        note(order, 8_960, 0);
        clock.set(THREE.minus(Duration.ofHours(4)));
        day.client().cancel(day.resident(), order, "c");
        day.client().order(day.resident(), order, "REFUNDED");
        await().until(() -> calledOff(order).contains("8960"));
        await().until(() -> asked(order).isEmpty());
        note(order, -8_960, 8_960);
        var later = day.paid(day.haircut(30), THREE.plus(Duration.ofHours(2)), null, 1);
        await().until(() -> asked(later).equals(List.of("8960")));
        assertThat(asked(order)).isEmpty();
    }

    @Test
    void whereNobodyComesThePlaceIsToldThatItGivesBackWhatWasPaidThere() throws IOException {
        var desk = PageClient.of(port, TestPeople.merchantOf(day.salon()));
        var order = day.paid(day.haircut(40), THREE, null, 1);
        note(order, 7_680, 0);
        clock.set(THREE.plus(Duration.ofDays(1)).plus(Duration.ofMinutes(15)));
        noShows.settleDue(1_000);
        day.client().order(day.resident(), order, "CANCELLED");
        await().until(() -> back(order).equals(List.of("CANCELLED 7680 desk", "NO_SHOW 7680")));
        assertThat(desk.get("/desk/notices").words())
                .contains("To give back to a guest", "paid here and to be given back: ¥76.80")
                .doesNotContain("Called off");
    }

    /** Three rooms were paid for in cash, the guests of two have come. */
    @Test
    void ofTheRestOfAnOrderThePlaceIsToldWhatItGivesBack() throws IOException {
        TestPeople.merchantOf(day.salon());
        var friday = Instant.parse("2026-11-27T06:00:00Z");
        var sunday = Instant.parse("2026-11-29T04:00:00Z");
        var order = day.paid(day.rooms(30), friday, sunday, 3);
        note(order, 162_960, 0);
        clock.set(friday.plus(Duration.ofHours(3)));
        day.redeem(order, 1);
        day.redeem(order, 2);
        clock.set(sunday.plus(Duration.ofDays(2)));
        noShows.settleDue(1_000);
        day.client().order(day.resident(), order, "SETTLED");
        await().until(() -> back(order).equals(List.of("CANCELLED 54320 desk")));
    }

    /** Each letter that names a sum to be given back. */
    private static List<String> back(UUID order) {
        return TestTown.jdbc()
                .sql("""
                    select kind || ' ' || (facts ->> 'backMinor')
                        || case when facts -> 'desk' is null then '' else ' desk' end
                    from notice.notice
                    where subject_id = ? and facts ->> 'backMinor' <> '0' order by 1
                    """)
                .param(order)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    @Test
    void ofABasketWhatIsOpenIsLeftToPayAtThePlaces() throws IOException {
        var haircut = day.haircut(30);
        var items = List.of(wanted(haircut, THREE), wanted(haircut, THREE.plus(Duration.ofHours(2))));
        var held = day.client()
                .post(day.resident(), "/api/orders", UUID.randomUUID().toString(), Map.of("items", items));
        assertThat(held.status()).as(held.body().toString()).isEqualTo(201);
        var basket = "/api/baskets/" + held.text("basketId");
        var payment = day.client()
                .post(day.resident(), basket + "/payments", UUID.randomUUID().toString(), Map.of("gateway", "sandbox"));
        day.client().press(payment.text("redirectUrl"), "succeed");
        var order = UUID.fromString(held.body().at("/orders/0/id").asString());
        day.client().order(day.resident(), order, "PAID");
        assertThat(balance(basket)).isEqualTo(17_920);
        note(order, 8_960, 0);
        assertThat(balance(basket)).isEqualTo(8_960);
    }

    private long balance(String basket) throws IOException {
        return DepositDay.minor(day.client().get(day.resident(), basket).body(), "balance")
                .getFirst();
    }

    private static Map<String, Object> wanted(UUID offer, Instant start) {
        return Map.of("offerId", offer, "slotStart", start.toString());
    }

    private void note(UUID order, long open, long received) {
        assertThat(balances.note(day.staff(), new OrderId(order), Means.CASH, new Balances.Seen(open, received)))
                .isInstanceOf(Outcome.Done.class);
    }

    /** What the reminder that is still to come asks for; nothing if none is to come. */
    private static List<String> asked(UUID order) {
        return TestTown.jdbc()
                .sql("select facts ->> 'balanceMinor' from notice.reminder where order_id = ?")
                .param(order)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }

    /** What comes back at the place, of each letter that says that it was called off. */
    private static List<String> calledOff(UUID order) {
        return TestTown.jdbc()
                .sql("select facts ->> 'backMinor' from notice.notice where subject_id = ? and kind = 'CANCELLED'")
                .param(order)
                .query((row, number) -> String.valueOf(row.getString(1)))
                .list();
    }
}
