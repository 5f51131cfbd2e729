package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.BalanceReceipt.Means;
import org.townloop.loop.ordering.BalanceReceipts;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** What was sold for a deposit is moved to nights that cost otherwise. */
@TownTest
class DepositMoveTests {

    /** Check-in on Friday and check-out on Sunday. */
    private static final Instant FRIDAY = Instant.parse("2026-11-27T06:00:00Z");

    private static final Instant SUNDAY = Instant.parse("2026-11-29T04:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Balances balances;

    @Autowired
    BalanceReceipts receipts;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private DepositDay day;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        day = DepositDay.at(port, offers);
    }

    @Test
    void aMoveToDearerNightsIsAgreedToAndPaidForAtTheHouse() throws IOException {
        var monday = FRIDAY.plus(Duration.ofDays(10));
        var order =
                day.paid(day.rooms(30), monday, monday.plus(Duration.ofDays(2)).minus(Duration.ofHours(2)), 1);
        assertThat(day.minor(order, "total", "balance/due")).containsExactly(17_280L, 40_320L);
        var friday = monday.plus(Duration.ofDays(4));
        var refused = day.move(order, friday, null, "m1");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("move-balance");
        assertThat(refused.body().toString()).contains("603.20");
        assertThat(day.move(order, friday, 60_320L, "m2").status()).isEqualTo(200);
        assertThat(day.minor(order, "total", "price", "balance/due")).containsExactly(17_280L, 77_600L, 60_320L);
        assertThat(day.move(order, monday, 40_320L, "m3").status()).isEqualTo(200);
        assertThat(day.minor(order, "total", "price", "balance/due")).containsExactly(17_280L, 57_600L, 40_320L);
        assertThat(audit.run()).isEqualTo(before);
    }

    /** Half of two nights of 1,000 is more than two of 288 cost: nothing would be due, and nothing comes back by a move. */
    @Test
    void whoHasPaidMoreThanOtherNightsCostIsNotMovedThere() throws IOException {
        var order = day.paid(day.dearWeekend(50), FRIDAY, SUNDAY, 1);
        assertThat(day.minor(order, "total", "balance/due")).containsExactly(100_000L, 100_000L);
        var monday = FRIDAY.plus(Duration.ofDays(3));
        var refused = day.move(order, monday, 0L, "m1");
        assertThat(refused.status()).isEqualTo(409);
        assertThat(refused.text("type")).endsWith("move-costs-less");
        assertThat(refused.body().toString()).contains("576", "1,000");
        assertThat(day.minor(order, "total", "price")).containsExactly(100_000L, 200_000L);
        var shown = PageClient.of(port, day.resident())
                .get("/orders/" + order + "/move?arrival=2026-11-30&departure=2026-12-02");
        assertThat(shown.words()).contains("less than the deposit").doesNotContain("Move to these nights");
        assertThat(audit.run()).isEqualTo(before);
    }

    /** Paid ahead in cash and then moved to dearer nights: the difference, at the counter and in its bundle. */
    @Test
    void ofDearerNightsWhatWasNotPaidIsNotedBesideWhatWas() throws IOException {
        var monday = FRIDAY.plus(Duration.ofDays(10));
        var order =
                day.paid(day.rooms(30), monday, monday.plus(Duration.ofDays(2)).minus(Duration.ofHours(2)), 1);
        noted(order, Means.CASH, 40_320);
        assertThat(receipts.open(List.of(new OrderId(order)))).isEmpty();
        clock.move(Duration.ofDays(1));
        assertThat(day.move(order, monday.plus(Duration.ofDays(4)), 60_320L, "m1")
                        .status())
                .isEqualTo(200);
        assertThat(receipts.open(List.of(new OrderId(order))).values())
                .singleElement()
                .extracting(open -> open.of(1, 1).minor())
                .isEqualTo(20_000L);
        assertThat(noted(order, Means.CASH, 20_000, 40_320).open().isZero()).isTrue();
        assertThat(day.minor(order, "balance/due", "balance/open")).containsExactly(60_320L, 0L);
    }

    private Balance noted(UUID order, Means means, long open) {
        return noted(order, means, open, 0);
    }

    private Balance noted(UUID order, Means means, long open, long received) {
        return switch (balances.note(day.staff(), new OrderId(order), means, new Balances.Seen(open, received))) {
            case Outcome.Done<Balance>(var balance) -> balance;
            case Outcome.Refused<Balance>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
