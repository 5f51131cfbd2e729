package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.townloop.loop.checkout.ShopDay.THREE;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.jdbc.core.JdbcTemplate;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.CommissionBook;
import org.townloop.loop.ordering.BalanceReceipt;
import org.townloop.loop.ordering.BalanceReceipts;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.ShopOrders;
import org.townloop.supply.offer.AtShop;
import org.townloop.supply.offer.Offers;

/**
 * Many counters that note the same money at once charge its shares once; who books many at once keeps as many as the
 * merchant allows. With the defences off, these tests must see it charged, and kept, more than that.
 */
@TownTest
class AtShopRaceTests {

    private static final int TILLS = 8;
    private static final int WANTED = 3;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Balances balances;

    @Autowired
    BalanceReceipts receipts;

    @Autowired
    CommissionBook commissions;

    @Autowired
    AtShopOrders atShopOrders;

    @Autowired
    Orders orders;

    @Autowired
    ShopOrders shopOrders;

    @Autowired
    Atomically atomically;

    @Autowired
    TestClock clock;

    private final JdbcTemplate owner = new JdbcTemplate(TestTown.owner());
    private ShopDay shop;
    private UUID order;

    @BeforeEach
    void open() throws IOException {
        clock.set(TestClock.START);
        shop = ShopDay.at(port, offers);
        order = shop.atShop(shop.haircut(), THREE).id();
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
    void countersThatNoteItAtOnceAreChargedOnce() {
        assertThat(Race.of(
                        TILLS,
                        till -> balances.note(
                                        shop.day().staff(),
                                        new OrderId(order),
                                        BalanceReceipt.Means.CASH,
                                        new Balances.Seen(12_800, 0))
                                instanceof Outcome.Done))
                .containsOnly(true);
        assertThat(ShopDay.commission(order)).isEqualTo(ShopDay.shares(order));
        undone();
    }

    @Test
    void withoutTheLockTheIndexAloneSeesToIt() {
        unlocked();
        assertThat(ShopDay.commission(order)).isEqualTo(ShopDay.shares(order));
        undone();
    }

    @Test
    void withoutBothItIsChargedManyTimes() {
        owner.execute("drop index ordering.balance_received_once");
        unlocked();
        assertThat(ShopDay.commission(order)).isEqualTo(TILLS * ShopDay.shares(order));
        undone();
    }

    @Rounds
    void whoBooksManyAtOnceKeepsAsManyAsTheMerchantAllows() throws IOException {
        var held = held();
        var kept = Race.of(
                WANTED,
                i -> atShopOrders.choose(shop.resident(), new OrderId(held.get(i)), "c" + i) instanceof Outcome.Done);
        assertThat(kept).containsOnlyOnce(true);
    }

    @Test
    void whoIsCountedWithoutATurnKeepsThemAll() throws IOException {
        var held = held();
        var counted = new CyclicBarrier(WANTED);
        var kept = Race.of(
                WANTED,
                i -> atomically.run(() -> {
                                    var one = orders.lock(new OrderId(held.get(i)));
                                    var open = shopOrders.open(one.resident(), one.place());
                                    await(counted);
                                    return Outcome.done(open < 1 && shopOrders.payAtShop(one));
                                })
                                instanceof Outcome.Done<Boolean>(var wrote)
                        && wrote);
        assertThatThrownBy(() -> assertThat(kept).containsOnlyOnce(true)).isInstanceOf(AssertionError.class);
        owner.update(
                "update ordering.orders set pays = 'ESCROW' where id = any (?)", (Object) held.toArray(UUID[]::new));
    }

    private List<UUID> held() throws IOException {
        shop = ShopDay.at(port, offers);
        var once = shop.haircut(new AtShop(false, null, 1));
        return List.of(
                shop.held(once, THREE),
                shop.held(once, THREE.plus(Duration.ofHours(1))),
                shop.held(once, THREE.minus(Duration.ofHours(1))));
    }

    /** All have looked before one of them writes. */
    private void unlocked() {
        var looked = new CyclicBarrier(TILLS);
        var sold = orders.get(new OrderId(order));
        var all = Money.of(12_800, "CNY");
        Race.of(
                TILLS,
                till -> atomically.run(() -> {
                                    var none = receipts.of(sold.id()).isEmpty();
                                    await(looked);
                                    var receipt = receipt();
                                    return Outcome.done(none
                                            && receipts.insert(receipt)
                                            && commissions.change(
                                                    order,
                                                    Money.zero(all.currency()),
                                                    all,
                                                    sold.merchant().value(),
                                                    sold.terms().shares(),
                                                    "receipt " + receipt.id()));
                                })
                                instanceof Outcome.Done<Boolean>(var wrote)
                        && wrote);
    }

    /** What these tests wrote past the rules is taken back, so that the books are sound for others. */
    private void undone() {
        var sold = orders.get(new OrderId(order));
        var charged = ShopDay.commission(order) / ShopDay.shares(order);
        for (long i = 0; i < charged; i++) {
            var cause = "test " + UUID.randomUUID();
            atomically.run(() -> Outcome.done(commissions.change(
                    order,
                    Money.of(12_800, "CNY"),
                    Money.zero(sold.total().currency()),
                    sold.merchant().value(),
                    sold.terms().shares(),
                    cause)));
        }
    }

    private static void await(CyclicBarrier barrier) {
        try {
            barrier.await();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private BalanceReceipt receipt() {
        return new BalanceReceipt(
                Ids.next(shop.day().salon().region(), clock.instant()),
                new OrderId(order),
                1,
                Money.of(12_800, "CNY"),
                BalanceReceipt.Means.CASH,
                new PersonId(shop.day().counter().id()),
                clock.instant());
    }
}
