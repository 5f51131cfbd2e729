package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Site;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.TestGrocer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** The loop of a basket of goods: several articles, one window, one door, one voucher; and what was missing. */
@TownTest
class GoodsLoopTests {

    /** Ten on Saturday morning in Willow Creek; it can be ordered for until nine. */
    private static final Instant TEN = Instant.parse("2026-11-28T02:00:00Z");

    private static final Site HOME = new Site("Kingfisher Lane 7, house 2", new Point(30.285, 119.72));
    private static final int RACES = 8;

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Orders orders;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Packing packing;

    @Autowired
    NoShows noShows;

    @Autowired
    Refunds refunds;

    @Autowired
    Ledger ledger;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    private List<Broken> before;
    private LoopClient client;
    private TestGrocer grocer;
    private TestPeople resident;
    private Offer carrots;
    private Offer organic;
    private Offer eggs;
    private Offer beans;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        grocer = TestGrocer.with(20);
        resident = TestPeople.resident(grocer.house().region());
        carrots = done(offers.write(grocer.article("Carrots", 350, null)));
        organic = done(offers.write(grocer.article("Organic carrots", 690, null)));
        eggs = done(offers.write(grocer.article("Eggs", 1_480, null)));
        beans = done(offers.write(grocer.article("Beans", 300, null)));
    }

    @Test
    void aBasketIsOneOrderWithOneVoucherForAllOfItAndItsWay() throws IOException {
        var order = paid(basket(HOME, 2, 1, 1));
        var paid = client.order(resident, order.value()).body();
        assertThat(paid.at("/total/minor").asLong()).isEqualTo(2 * 350 + 1_480 + 300 + 300);
        assertThat(paid.at("/items").size()).isEqualTo(3);
        var tokens = client.tokens(resident, order.value());
        assertThat(tokens).hasSize(1);
        clock.set(TEN);
        redeem(tokens.getFirst());
        client.order(resident, order.value(), "SETTLED");
        assertThat(ledger.of(order.value()).orElseThrow().released().minor()).isEqualTo(2_780);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatWasMissingGoesBackAndWhatWasReplacedCostsNoMore() throws IOException {
        var order = paid(basket(HOME, 2, 1, 1));
        done(packing.begin(grocer.owner(), order));
        assertThat(client.cancel(resident, order.value(), "c1").status())
                .as("it is being packed")
                .isEqualTo(409);
        var said = List.of(
                new Packed(1, 1, organic.id(), 1), // dearer: charged as carrots
                new Packed(2, 0, beans.id(), 1), // cheaper: charged as beans
                new Packed(3, 0, null, 0)); // missing
        done(packing.pack(grocer.owner(), order, said));
        done(packing.pack(grocer.owner(), order, said)); // said twice, done once
        var back = (1_480 - 300) + 300;
        assertThat(deliveries.of(order).orElseThrow().back().minor()).isEqualTo(back);
        assertThat(refunds.of(order.value())).as("once").hasSize(1);

        clock.set(TEN);
        redeem(client.tokens(resident, order.value()).getFirst());
        client.order(resident, order.value(), "SETTLED");
        var money = ledger.of(order.value()).orElseThrow();
        assertThat(money.refunded().minor()).isEqualTo(back);
        assertThat(money.released().minor()).isEqualTo(2_780 - back);
        assertThat(money.held().minor()).isZero();
        assertThat(orders.get(order).state())
                .as("a part that goes back is no refunded order")
                .isEqualTo(OrderState.SETTLED);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whoWantsNothingInsteadGetsNothingInstead() throws IOException {
        var order = paid(Stream.of(wish(carrots, 1, HOME, "leave-out"), wish(eggs, 2, HOME, "similar"))
                .toList());
        assertThat(reason(packing.pack(grocer.owner(), order, List.of(new Packed(1, 0, organic.id(), 1)))))
                .isEqualTo(CheckoutReason.NOTHING_INSTEAD);
        assertThat(reason(packing.pack(grocer.owner(), order, List.of(new Packed(2, 2, organic.id(), 1)))))
                .as("more than was ordered")
                .isEqualTo(CheckoutReason.PACKED_INVALID);
        assertThat(deliveries.of(order).orElseThrow().state().isDone()).isFalse();
    }

    @Test
    void ifNothingWasThereAllOfItGoesBackItsWayIncluded() throws IOException {
        var order = paid(basket(HOME, 2, 1, 1));
        done(packing.pack(
                grocer.owner(),
                order,
                List.of(new Packed(1, 0, null, 0), new Packed(2, 0, null, 0), new Packed(3, 0, null, 0))));
        var settled = client.order(resident, order.value(), "REFUNDED").body();
        assertThat(settled.at("/money/refunded/minor").asLong()).isEqualTo(2_780);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void nobodyHomePaysThePolicysShareOfWhatWasPacked() throws IOException {
        var order = paid(basket(HOME, 2, 1, 1));
        done(packing.pack(grocer.owner(), order, List.of(new Packed(3, 0, null, 0))));
        clock.set(TEN.plus(Duration.ofMinutes(129)));
        assertThat(reason(noShows.didNotCome(grocer.owner(), order)))
                .as("they wait ten minutes once the window is over")
                .isEqualTo(CheckoutReason.NOT_MISSED_YET);
        clock.set(TEN.plus(Duration.ofMinutes(130)));
        done(noShows.didNotCome(grocer.owner(), order));
        var money = ledger.of(order.value()).orElseThrow();
        var packed = 2_780 - 300;
        assertThat(money.released().minor()).isEqualTo(packed * 60 / 100);
        assertThat(money.refunded().minor()).isEqualTo(300 + packed - packed * 60 / 100);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void packingAndCancellingAtOnceLetOneOfThemBeFirst() throws IOException {
        for (int race = 0; race < RACES; race++) {
            var order = paid(basket(HOME, 2, 1, 1));
            var key = UUID.randomUUID().toString();
            Race.of(Stream.of(
                    () -> packing.pack(grocer.owner(), order, List.of(new Packed(2, 0, null, 0))),
                    () -> checkouts.cancel(grocer.customer(resident), order, key),
                    () -> packing.pack(grocer.owner(), order, List.of(new Packed(2, 0, null, 0)))));
            var money = ledger.of(order.value()).orElseThrow();
            var isPacked = deliveries.of(order).orElseThrow().state().isDone();
            assertThat(money.refunded().minor()).isEqualTo(isPacked ? 1_480 : 2_780);
            assertThat(refunds.of(order.value())).hasSize(1);
        }
        assertThat(audit.run()).isEqualTo(before);
    }

    private List<HoldOrder> basket(@Nullable Site site, int carrot, int egg, int bean) {
        return Stream.of(
                        wish(carrots, carrot, site, "similar"),
                        wish(eggs, egg, site, "similar"),
                        wish(beans, bean, site, "call"))
                .filter(wish -> wish.quantity() > 0)
                .toList();
    }

    private static HoldOrder wish(Offer offer, int quantity, @Nullable Site site, String substitution) {
        var answers = Map.of(Substitution.ANSWER, substitution, Substitution.PHONE, "8700 1234");
        return new HoldOrder(offer.id(), TEN, null, quantity, site, answers);
    }

    private Outcome<Order> hold(List<HoldOrder> wishes) {
        return checkouts.holdTogether(
                grocer.customer(resident), wishes, UUID.randomUUID().toString());
    }

    private OrderId paid(List<HoldOrder> wishes) throws IOException {
        var order = done(hold(wishes)).id();
        var payment = client.pay(resident, order.value(), UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order.value(), "PAID");
        return order;
    }

    private void redeem(String token) throws IOException {
        var nonce = UUID.randomUUID().toString();
        var answer = client.redeem(TestPeople.counterOf(grocer.house()), token, nonce);
        assertThat(answer.path("outcome").asString()).isEqualTo("REDEEMED");
    }

    private static Object reason(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.reason() : "done";
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
