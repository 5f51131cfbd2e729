package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.LoopClient;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.BalanceReceipt;
import org.townloop.loop.ordering.BalanceReceipts;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/**
 * Two tills note the same money at once, and have it once. The lock on the order and the unique index each see to it; with
 * both switched off, these tests must see it noted twice.
 */
@TownTest
class DepositRaceTests {

    private static final int TILLS = 8;
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
    Atomically atomically;

    @Autowired
    TestClock clock;

    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());
    private TestSalon salon;
    private TestPeople counter;
    private UUID order;

    @BeforeEach
    void aHaircutForADeposit() throws IOException {
        clock.set(TestClock.START);
        var client = new LoopClient(port);
        salon = TestSalon.with(1, 1);
        counter = TestPeople.counterOf(salon);
        var resident = TestPeople.resident(salon.region());
        var haircut = switch (offers.write(salon.haircut().withDeposit(new Deposit(30)))) {
            case Outcome.Done<Offer>(var offer) -> offer.id().value();
            case Outcome.Refused<Offer>(var refusal) -> throw new AssertionError(refusal);
        };
        order = client.hold(resident, haircut, THREE, "h").id();
        client.press(client.pay(resident, order, "p").text("redirectUrl"), "succeed");
        client.order(resident, order, "PAID");
    }

    @AfterEach
    void theIndexIsBack() {
        owner.update("delete from ordering.balance_receipt where order_id = ?", order);
        owner.execute("""
            create unique index if not exists balance_received_once on ordering.balance_receipt (region_id, order_id, number)
            where undone_at is null
            """);
    }

    @Rounds
    void tillsThatNoteItAtOnceHaveItOnce() {
        assertThat(Race.of(
                        TILLS,
                        till -> balances.note(staff(), id(), means(till), new Balances.Seen(8_960, 0))
                                instanceof Outcome.Done))
                .containsOnly(true);
        assertThat(noted()).isEqualTo(1);
    }

    @Test
    void withoutTheIndexTheLockAloneSeesToIt() {
        owner.execute("drop index ordering.balance_received_once");
        Race.of(TILLS, till -> balances.note(staff(), id(), means(till), new Balances.Seen(8_960, 0)));
        assertThat(noted()).isEqualTo(1);
    }

    @Test
    void withoutTheLockTheIndexAloneSeesToIt() {
        assertThat(unlocked()).containsOnlyOnce(true);
        assertThat(noted()).isEqualTo(1);
    }

    @Test
    void withoutBothItIsNotedTwice() {
        owner.execute("drop index ordering.balance_received_once");
        assertThatThrownBy(() -> assertThat(unlocked()).containsOnlyOnce(true)).isInstanceOf(AssertionError.class);
        assertThat(noted()).isEqualTo(TILLS);
    }

    /** All have looked before one of them writes. */
    private List<Boolean> unlocked() {
        var looked = new CyclicBarrier(TILLS);
        return Race.of(
                TILLS,
                till -> atomically.run(() -> {
                                    var none = receipts.of(id()).isEmpty();
                                    await(looked);
                                    return Outcome.done(none && receipts.insert(receipt(till)));
                                })
                                instanceof Outcome.Done<Boolean>(var wrote)
                        && wrote);
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private BalanceReceipt receipt(int till) {
        return new BalanceReceipt(
                Ids.next(salon.region(), clock.instant()),
                id(),
                1,
                Money.of(8_960, "CNY"),
                means(till),
                new PersonId(counter.id()),
                clock.instant());
    }

    private static BalanceReceipt.Means means(int till) {
        return till % 2 == 0 ? BalanceReceipt.Means.CASH : BalanceReceipt.Means.TERMINAL;
    }

    private OrderId id() {
        return new OrderId(order);
    }

    private int noted() {
        return receipts(order).split(", ").length;
    }

    /** How each was paid, and which were undone, in the order in which they were noted. */
    static String receipts(UUID order) {
        return TestTown.jdbc().sql("""
            select coalesce(
                string_agg(means || case when undone_at is null then '' else ' undone' end, ', '
                    order by undone_at nulls last),
                '')
            from ordering.balance_receipt where order_id = ?
            """).param(order).query(String.class).single();
    }

    private Actor staff() {
        return new Actor(
                new PersonId(counter.id()),
                "Lin",
                salon.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.COUNTER,
                        salon.region(),
                        salon.merchant().value(),
                        salon.place().value())));
    }
}
