package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.stored.Card;

/** Somebody walks in, shows a card, and staff take the order that it pays. */
@TownTest
class CardWalkInTests extends CardDay {

    private static final Instant SATURDAY = Instant.parse("2026-11-28T07:00:00Z");

    @Autowired
    CardWalkIns walkIns;

    @Autowired
    ShownCards shown;

    @Autowired
    Orders orders;

    @Test
    void aVisitOfAPassBooksAndPaysItInTheOwnersName() throws IOException {
        var pass = bought(resident, pass(), 35_000, false);
        var staff = merchant();
        var code = code(pass);
        var order = done(take(staff, code, "press")).order();
        assertThat(done(take(staff, code, "press")).order().id()).isEqualTo(order.id());
        assertThat(order.resident().value()).isEqualTo(resident.id());
        assertThat(orders.get(order.id()).state()).isEqualTo(OrderState.PAID);
        assertThat(left(pass)).isEqualTo(35_000 - 11_666);
        var token = client.tokens(resident, order.id().value()).getFirst();
        assertThat(client.redeem(
                                TestPeople.counterOf(salon),
                                token,
                                "scan " + order.id().value())
                        .path("outcome")
                        .asString())
                .isEqualTo("REDEEMED");
        client.order(resident, order.id().value(), "SETTLED");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void aCardThatDoesNotPayAllHoldsNothingAndSaysNotHowMuchIsLeft() throws IOException {
        var gift = bought(resident, gift(), 10_000, false);
        var code = code(gift);
        var refused = take(merchant(), code, key());
        assertThat(refused(refused)).isEqualTo("card-draw-too-much");
        assertThat(((Outcome.Refused<?>) refused).refusal().facts()).isEmpty();
        assertThat(orders.of(actor(resident).person(), 10)).hasSize(1);
        assertThat(left(gift)).isEqualTo(10_000);
        var enough = bought(resident, gift(), 50_000, false);
        done(take(merchant(), code(enough), key()));
        assertThat(left(enough)).isEqualTo(50_000 - 12_800);
    }

    @Test
    void aCodeIsOneOrderAndOneThatShowsNothingIsRefused() throws IOException {
        var gift = bought(resident, gift(), 50_000, false);
        var code = code(gift);
        done(take(merchant(), code, key()));
        assertThat(refused(take(merchant(), code, key()))).isEqualTo("card-code-unknown");
        assertThat(refused(take(merchant(), "C-22222-22222", key()))).isEqualTo("card-code-unknown");
        assertThat(left(gift)).isEqualTo(50_000 - 12_800);
    }

    private Outcome<StaffOrder.Taken> take(Actor staff, String code, String key) {
        var wish = new HoldOrder(haircut.id(), SATURDAY, 1, Map.of());
        return walkIns.take(staff, new StaffOrder(salon.place(), wish, "", "", Pays.ESCROW), code, key);
    }

    private String code(Card card) {
        return done(shown.show(actor(resident), card.id())).text();
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }
}
