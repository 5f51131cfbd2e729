package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.checkout.ShopDay.THREE;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.BalanceReceipt.Means;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** What was had and never noted as paid: its merchant sees it, and a week later it counts as paid. */
@TownTest
class AtShopCountedTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Balances balances;

    @Autowired
    Orders orders;

    @Autowired
    CountingAtShop counting;

    @Autowired
    WarningAtShop warning;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private ShopDay shop;
    private UUID order;

    @BeforeEach
    void had() throws IOException {
        clock.set(TestClock.START);
        before = audit.run();
        shop = ShopDay.at(port, offers);
        TestPeople.merchantOf(shop.day().salon());
        order = shop.atShop(shop.haircut(), THREE).id();
        clock.set(THREE);
        shop.day().redeem(order, 1);
        shop.day().client().order(shop.day().resident(), order, "SETTLED");
    }

    @Test
    void itsMerchantSeesItBeforeItCountsAsPaid() throws IOException {
        assertThat(statement()).contains("Not noted as paid yet", "Haircut", "¥128", "5 Dec");
        counting.run();
        assertThat(ShopDay.commission(order)).isZero();
        clock.set(THREE.plus(Duration.ofDays(7)));
        counting.run();
        assertThat(ShopDay.commission(order)).isEqualTo(ShopDay.shares(order));
        counting.run();
        assertThat(ShopDay.commission(order)).as("once").isEqualTo(ShopDay.shares(order));
        assertThat(statement()).doesNotContain("Not noted as paid yet").contains("Commission");
        assertThat(PageClient.of(port, shop.day().counter())
                        .get("/counter/orders/" + order + "/balance")
                        .words())
                .contains("Counted as paid")
                .doesNotContain("Undo it");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatCountedAsPaidIsNotUndone() {
        clock.set(THREE.plus(Duration.ofDays(7)));
        counting.run();
        var last = Objects.requireNonNull(
                balances.of(orders.get(new OrderId(order))).last());
        assertThat(DepositDay.reason(balances.undo(shop.day().staff(), new OrderId(order), last.id())))
                .isEqualTo(CheckoutReason.BALANCE_OF_EARLIER_DAY);
    }

    @Test
    void whatWasNotedIsNotCountedBesides() {
        balances.note(shop.day().staff(), new OrderId(order), Means.CASH, new Balances.Seen(12_800, 0));
        clock.set(THREE.plus(Duration.ofDays(8)));
        counting.run();
        assertThat(ShopDay.commission(order)).isEqualTo(ShopDay.shares(order));
        assertThat(DepositRaceTests.receipts(order)).isEqualTo("CASH");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void itsMerchantIsToldOnceThreeDaysBefore() {
        warning.run();
        assertThat(told()).isZero();
        clock.set(THREE.plus(Duration.ofDays(4)));
        warning.run();
        warning.run();
        assertThat(told()).isEqualTo(1);
    }

    @Test
    void ofWhatWasNotedNobodyIsTold() {
        balances.note(shop.day().staff(), new OrderId(order), Means.CASH, new Balances.Seen(12_800, 0));
        clock.set(THREE.plus(Duration.ofDays(5)));
        warning.run();
        assertThat(told()).isZero();
    }

    private long told() {
        return TestTown.jdbc()
                .sql("select count(*) from notice.notice where kind = 'COUNTS_SOON' and subject_id = ?")
                .param(order)
                .query(Long.class)
                .single();
    }

    private String statement() throws IOException {
        return PageClient.of(port, TestPeople.merchantOf(shop.day().salon()))
                .get("/desk/statement?place=" + shop.day().salon().place().value())
                .words();
    }
}
