package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.checkout.ShopDay.THREE;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.BalanceReceipt.Means;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.offer.AtShop;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.Offers;
import org.townloop.surface.PageClient;

/** A resident books without paying, pays at the shop, and the shop owes the shares of it. */
@TownTest
class AtShopLoopTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Balances balances;

    @Autowired
    AtShopOrders atShopOrders;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private ShopDay shop;
    private DepositDay day;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        shop = ShopDay.at(port, offers);
        day = shop.day();
    }

    @Test
    void itIsBookedAtOnceAndOwedUntilTheCounterSaysItWasPaid() throws IOException {
        var booked = shop.atShop(shop.haircut(), THREE);
        assertThat(booked.status()).as(booked.body().toString()).isEqualTo(201);
        assertThat(booked.text("state")).isEqualTo("PAID");
        var order = booked.id();
        assertThat(day.minor(order, "total", "price", "money/captured", "balance/due", "balance/open"))
                .containsExactly(12_800L, 12_800L, 0L, 12_800L, 12_800L);
        assertThat(day.client().order(day.resident(), order).text("pays")).isEqualTo("SHOP");

        assertThat(day.redeem(order, 1)).isEqualTo("REDEEMED");
        day.client().order(day.resident(), order, "SETTLED");
        assertThat(ShopDay.commission(order))
                .as("nobody has said that it was paid")
                .isZero();

        noted(order, Means.CASH, 12_800, 0);
        assertThat(ShopDay.shares(order)).isPositive();
        assertThat(ShopDay.commission(order)).isEqualTo(ShopDay.shares(order));
        noted(order, Means.CASH, 12_800, 0);
        assertThat(ShopDay.commission(order)).as("pressed twice").isEqualTo(ShopDay.shares(order));
        assertThat(day.minor(order, "balance/open", "money/released")).containsExactly(0L, 0L);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatWasNotedByMistakeIsUndoneAndItsSharesAreGivenBack() throws IOException {
        var order = shop.atShop(shop.haircut(), THREE).id();
        clock.set(THREE);
        day.redeem(order, 1);
        var noted = noted(order, Means.CASH, 12_800, 0);
        var last = Objects.requireNonNull(noted.last());
        assertThat(balances.undo(day.staff(), new OrderId(order), last.id())).isInstanceOf(Outcome.Done.class);
        assertThat(ShopDay.commission(order)).isZero();
        noted(order, Means.TERMINAL, 12_800, 0);
        assertThat(ShopDay.commission(order)).isEqualTo(ShopDay.shares(order));
        assertThat(DepositRaceTests.receipts(order)).isEqualTo("CASH undone, TERMINAL");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whoHoldsItChoosesOnThePageOfPayment() throws IOException {
        var order = shop.held(shop.haircut(), THREE);
        var page = PageClient.of(port, day.resident());
        var checkout = page.get("/orders/" + order + "/checkout");
        assertThat(checkout.words()).contains("Book, and pay ¥128 at the shop", "Pay ¥128");
        assertThat(page.post("/orders/" + order + "/at-shop", checkout, Map.of("key", checkout.field("key")))
                        .status())
                .isEqualTo(303);
        assertThat(page.get("/orders/" + order).words())
                .contains("Booked. See you there", "pay ¥128 there", "Letting it go costs nothing")
                .doesNotContain("stays in escrow", "Paid. See you there");
        var counter = PageClient.of(port, day.counter());
        assertThat(counter.get("/counter/orders/" + order + "/balance").words())
                .contains("Still to pay here", "¥128", "Received in cash")
                .doesNotContain("Deposit");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void callingItOffCostsNothingHoweverLate() throws IOException {
        var order = shop.atShop(shop.haircut(), THREE).id();
        clock.set(THREE.minus(Duration.ofMinutes(10)));
        day.client().cancel(day.resident(), order, "c");
        day.client().order(day.resident(), order, "CANCELLED");
        assertThat(day.minor(order, "money/captured", "money/refunded", "balance/open"))
                .containsExactly(0L, 0L, 0L);
        assertThat(ShopDay.commission(order)).isZero();
        assertThat(audit.run()).isEqualTo(before);
    }

    /** It was begun to be paid online, then booked to be paid at the shop; the money comes all the same, and goes back. */
    @Test
    void whatIsPaidOnlineAllTheSameGoesBack() throws IOException {
        var order = shop.held(shop.haircut(), THREE);
        var payment = day.client().pay(day.resident(), order, "p");
        assertThat(choose(order)).isEqualTo("done");
        day.client().press(payment.text("redirectUrl"), "succeed");
        Awaitility.await()
                .untilAsserted(() -> assertThat(day.minor(order, "money/captured", "money/refunded"))
                        .containsExactly(12_800L, 12_800L));
        assertThat(day.client().order(day.resident(), order).text("state")).isEqualTo("PAID");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatIsSoldForADepositIsPaidWholeAtTheShop() throws IOException {
        var offer =
                day.offer(day.salon().haircut().withDeposit(new Deposit(30)).withAtShop(new AtShop(false, null, 2)));
        var order = shop.held(offer, THREE);
        assertThat(choose(order)).isEqualTo("done");
        assertThat(day.minor(order, "total", "balance/open")).containsExactly(12_800L, 12_800L);
        assertThat(audit.run()).isEqualTo(before);
    }

    /** Nobody has a share of the rest that a deposit leaves, as before. */
    @Test
    void ofTheBalanceOfADepositNothingIsCharged() throws IOException {
        var order = day.paid(day.haircut(30), THREE, null, 1);
        noted(order, Means.CASH, 8_960, 0);
        assertThat(ShopDay.commission(order)).isZero();
    }

    @Test
    void theStatementShowsWhatTheShopOwesOfIt() throws IOException {
        var order = shop.atShop(shop.haircut(), THREE).id();
        day.redeem(order, 1);
        noted(order, Means.CASH, 12_800, 0);
        var merchant = PageClient.of(port, TestPeople.merchantOf(day.salon()));
        assertThat(merchant.get("/desk/statement?place=" + day.salon().place().value())
                        .words())
                .contains("Commission");
    }

    private Object choose(UUID order) {
        return DepositDay.reason(atShopOrders.choose(shop.resident(), new OrderId(order), "choose " + order));
    }

    private Balance noted(UUID order, Means means, long open, long received) {
        return switch (balances.note(day.staff(), new OrderId(order), means, new Balances.Seen(open, received))) {
            case Outcome.Done<Balance>(var balance) -> balance;
            case Outcome.Refused<Balance>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
