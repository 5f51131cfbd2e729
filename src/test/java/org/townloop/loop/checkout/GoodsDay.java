package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Site;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.supply.TestGrocer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A greengrocer's, and a resident who orders there. */
record GoodsDay(LoopClient client, TestGrocer grocer, TestPeople resident, Offers offers, Checkouts checkouts) {

    /** Ten on Saturday morning in Willow Creek; it can be ordered for until nine. */
    static final Instant TEN = Instant.parse("2026-11-28T02:00:00Z");

    static final Site HOME = new Site("Kingfisher Lane 7, house 2", new Point(30.285, 119.72));

    static GoodsDay open(int port, Offers offers, Checkouts checkouts) {
        var grocer = TestGrocer.with(20);
        return new GoodsDay(
                new LoopClient(port), grocer, TestPeople.resident(grocer.house().region()), offers, checkouts);
    }

    Offer article(String title, long minor, @Nullable Integer perDay) {
        return done(offers.write(grocer.article(title, minor, perDay)));
    }

    static HoldOrder wish(Offer offer, int quantity, @Nullable Long quoted) {
        return new HoldOrder(offer.id(), TEN, null, quantity, HOME, Map.of(Substitution.ANSWER, "similar"), quoted);
    }

    Outcome<Order> hold(HoldOrder... wishes) {
        return checkouts.holdTogether(
                grocer.customer(resident), List.of(wishes), UUID.randomUUID().toString());
    }

    OrderId paid(HoldOrder... wishes) throws IOException {
        var order = done(hold(wishes)).id();
        var payment = client.pay(resident, order.value(), UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order.value(), "PAID");
        return order;
    }

    /** The verdict on a scan at the door. */
    String scanned(String token) throws IOException {
        return client.redeem(
                        TestPeople.counterOf(grocer.house()),
                        token,
                        UUID.randomUUID().toString())
                .path("outcome")
                .asString();
    }

    void redeem(OrderId order) throws IOException {
        assertThat(scanned(client.tokens(resident, order.value()).getFirst())).isEqualTo("REDEEMED");
    }

    static Object reason(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.reason() : "done";
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
