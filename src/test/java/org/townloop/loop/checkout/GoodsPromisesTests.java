package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.townloop.loop.checkout.GoodsDay.TEN;
import static org.townloop.loop.checkout.GoodsDay.done;
import static org.townloop.loop.checkout.GoodsDay.reason;
import static org.townloop.loop.checkout.GoodsDay.wish;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.loop.ordering.Deliveries;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.payment.Refunds;
import org.townloop.supply.booking.BookingReason;
import org.townloop.supply.offer.Offers;

/** What was shown of goods is what they cost, and what was said of their window, their number and their packing holds. */
@TownTest
class GoodsPromisesTests {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Checkouts checkouts;

    @Autowired
    Packing packing;

    @Autowired
    NoShows noShows;

    @Autowired
    Orders orders;

    @Autowired
    Deliveries deliveries;

    @Autowired
    Refunds refunds;

    @Autowired
    TestClock clock;

    private GoodsDay day;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        day = GoodsDay.open(port, offers, checkouts);
    }

    @Test
    void whoWasShownAnotherTotalHasNothingYet() {
        var eggs = day.article("Eggs", 1_480, null);
        var beans = day.article("Beans", 300, null);
        var total = 2 * 1_480L + 300 + 300;
        assertThat(reason(day.hold(wish(eggs, 2, total - 100), wish(beans, 1, null))))
                .isEqualTo(CheckoutReason.PRICE_CHANGED);
        assertThat(reason(day.hold(wish(eggs, 2, 2 * 1_480L), wish(beans, 1, 300L))))
                .as("its way was not in it")
                .isEqualTo(CheckoutReason.PRICE_CHANGED);
        assertThat(reason(day.hold(wish(eggs, 1, 1_000L), wish(eggs, 1, 2_000L))))
                .as("named twice")
                .isEqualTo(CheckoutReason.PRICE_CHANGED);
        assertThat(reason(day.hold(wish(eggs, 2, total), wish(beans, 1, null)))).isEqualTo("done");
        assertThat(reason(day.hold(wish(eggs, 2, 2 * 1_480L + 300), wish(beans, 1, 300L))))
                .isEqualTo("done");
    }

    /** Until packing begins, as the words say: not until some hour. */
    @Test
    void whatNobodyHasBegunToPackComesBackWholeWheneverItIsCalledOff() throws IOException {
        var eggs = day.article("Eggs", 2_480, null);
        var order = day.paid(wish(eggs, 1, null));
        var paid = orders.get(order).total();
        for (var late : List.of(Duration.ofMinutes(5), Duration.ofHours(3))) {
            clock.set(TEN.plus(late));
            assertThat(checkouts.cancelQuote(orders.get(order)).orElseThrow().refund())
                    .isEqualTo(paid);
        }
        done(packing.begin(day.grocer().owner(), order));
        assertThat(checkouts.cancelQuote(orders.get(order))).isEmpty();
    }

    /** An hour on Friday, four hours on Saturday. */
    @Test
    void whatIsMovedToALongerWindowIsMissedWhenThatIsOver() throws IOException {
        var friday = TEN.minus(Duration.ofDays(1));
        windows("""
            [{"day": "FRIDAY", "from": "10:00", "to": "11:00", "orders": 5, "closesMinutesBefore": 60},
             {"day": "SATURDAY", "from": "10:00", "to": "14:00", "orders": 5, "closesMinutesBefore": 60}]
            """);
        var eggs = day.article("Eggs", 2_480, null);
        var order = day.paid(new HoldOrder(eggs.id(), friday, null, 1, GoodsDay.HOME, Map.of()));
        done(checkouts.move(
                day.grocer().customer(day.resident()),
                order,
                TEN,
                null,
                UUID.randomUUID().toString()));
        done(packing.pack(day.grocer().owner(), order, List.of()));

        clock.set(TEN.plus(Duration.ofHours(4)).plus(Duration.ofMinutes(9)));
        assertThat(reason(noShows.didNotCome(day.grocer().owner(), order))).isEqualTo(CheckoutReason.NOT_MISSED_YET);
        clock.move(Duration.ofMinutes(1));
        done(noShows.didNotCome(day.grocer().owner(), order));
    }

    @Test
    void whatIsGivenInsteadIsNotSoldToSomebodyElse() throws IOException {
        var carrots = day.article("Carrots", 2_350, null);
        var organic = day.article("Organic carrots", 2_690, 3);
        var order = day.paid(wish(carrots, 3, null));
        day.paid(wish(organic, 1, null));

        var tooMany = packing.pack(day.grocer().owner(), order, List.of(new Packed(1, 0, organic.id(), 3)));
        assertThat(reason(tooMany)).isEqualTo(BookingReason.ARTICLE_TOO_FEW);
        assertThat(deliveries.of(order).orElseThrow().state().isDone()).isFalse();
        done(packing.pack(day.grocer().owner(), order, List.of(new Packed(1, 1, organic.id(), 2))));
        assertThat(reason(day.hold(wish(organic, 1, null)))).isEqualTo(BookingReason.ARTICLE_SOLD_OUT);
        day.redeem(order);
    }

    @Test
    void whatIsSaidOfThePackingTwiceIsSaidOnce() throws IOException {
        var carrots = day.article("Carrots", 2_350, null);
        var order = day.paid(wish(carrots, 3, null));
        var said = List.of(new Packed(1, 2, null, 0));
        done(packing.pack(day.grocer().owner(), order, said));
        done(packing.pack(day.grocer().owner(), order, said));
        assertThat(refunded(order)).isOne();
        assertThat(reason(packing.pack(day.grocer().owner(), order, List.of(new Packed(1, 1, null, 0)))))
                .isEqualTo(CheckoutReason.ALREADY_PACKED);
        assertThat(refunded(order)).isOne();
    }

    private int refunded(OrderId order) {
        return refunds.of(order.value()).size();
    }

    private void windows(String windows) {
        TestTown.jdbc()
                .sql("update merchant.delivery set settings = jsonb_set(settings, '{windows}', ?::jsonb)"
                        + " where place_id = ?")
                .params(windows, day.grocer().house().place().value())
                .update();
    }
}
