package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Site;
import org.townloop.loop.ledger.Ledger;
import org.townloop.supply.TestGrocer;
import org.townloop.supply.offer.Offers;

/** Goods that were paid and that the shop never packed: whoever waits for them in vain has not missed them. */
@TownTest
class UnpackedGoodsTests {

    private static final Instant TEN = Instant.parse("2026-11-28T02:00:00Z");

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    Checkouts checkouts;

    @Autowired
    NoShows noShows;

    @Autowired
    Ledger ledger;

    @Autowired
    TestClock clock;

    @Test
    void allOfItGoesBack() throws IOException {
        clock.set(TestClock.START);
        var grocer = TestGrocer.with(20);
        var resident = TestPeople.resident(grocer.house().region());
        var eggs = done(offers.write(grocer.article("Eggs", 2_480, null)));
        var home = new Site("Kingfisher Lane 7, house 2", new Point(30.285, 119.72));
        var wish = new HoldOrder(eggs.id(), TEN, null, 1, home, Map.of(Substitution.ANSWER, "similar"));
        var key = UUID.randomUUID().toString();
        var order = done(checkouts.holdTogether(grocer.customer(resident), List.of(wish), key))
                .id();
        var client = new LoopClient(port);
        client.press(client.pay(resident, order.value(), key).text("redirectUrl"), "succeed");
        client.order(resident, order.value(), "PAID");

        clock.set(TEN.plus(Duration.ofMinutes(130)));
        done(noShows.didNotCome(grocer.owner(), order));
        var money = ledger.of(order.value()).orElseThrow();
        assertThat(money.refunded()).isEqualTo(money.captured());
        assertThat(money.released().isZero()).isTrue();
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
