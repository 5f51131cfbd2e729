package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestPeople;
import org.townloop.TownTest;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardKind;
import org.townloop.loop.stored.ReservationState;
import org.townloop.loop.stored.Reservations;

/** Orders are paid with gift vouchers, passes and balances: wholly, or a gateway brings the rest. */
@TownTest
class CardPaymentTests extends CardPaymentDay {

    @Autowired
    Reservations reservations;

    @Test
    void aCardPaysAPartAndTheGatewayTheRest() throws IOException {
        var gift = gift(6_000);
        var order = held(0);
        var payment = done(pay(order, "sandbox", gift));
        assertThat(Objects.requireNonNull(payment.intent()).amount()).isEqualTo(Money.of(HAIRCUT - 6_000, "CNY"));
        assertThat(left(gift)).as("set aside").isZero();
        assertThat(on(gift)).as("and not used before the rest is there").isEqualTo(6_000);

        press(payment, "succeed");
        settled(order, OrderState.PAID);
        assertThat(money(order)).isEqualTo(List.of(HAIRCUT, 0L, 0L));
        assertThat(on(gift)).isZero();
        assertThat(reservations.of(gift.id())).extracting(one -> one.state()).containsExactly(ReservationState.USED);
        isSound();
    }

    @Test
    void cardsThatPayTheWholeAskNoGateway() throws IOException {
        var gift = gift(10_000);
        var balance = card(CardKind.BALANCE, 5_000, null);
        var order = held(0);
        assertThat(done(pay(order, null, gift, balance)).intent()).isNull();
        assertThat(orders.get(order.id()).state()).isEqualTo(OrderState.PAID);
        assertThat(List.of(on(gift), on(balance))).containsExactly(0L, 2_200L);
        assertThat(client.tokens(person, order.id().value())).hasSize(1);
        isSound();
    }

    @Test
    void theSameKeyPaysOnce() {
        var gift = gift(20_000);
        var order = held(0);
        var chosen = List.of(new ChosenCard(gift.id(), null));
        var first = done(payments.pay(resident, order, chosen, null, "https://town.example", "k"));
        assertThat(done(payments.pay(resident, order, chosen, null, "https://town.example", "k")))
                .isEqualTo(first);
        assertThat(reason(pay(order, null, gift))).isEqualTo(CheckoutReason.ALREADY_PAID);
        assertThat(on(gift)).isEqualTo(20_000 - HAIRCUT);
    }

    @Test
    void aPassPaysItsOfferByUsesAndTheOrderCostsWhatTheseWereBoughtFor() {
        var pass = pass(100_001, 10);
        var order = held(0, 2);
        done(pay(order, null, pass));
        assertThat(orders.get(order.id()).total().minor()).isEqualTo(20_000);
        assertThat(on(pass)).isEqualTo(80_001);
        assertThat(pass.usesLeft(Money.of(on(pass), "CNY"))).isEqualTo(8);
        checkouts.cancel(resident, order.id(), "off");
        assertThat(pass.usesLeft(Money.of(on(pass), "CNY"))).isEqualTo(10);
        isSound();
    }

    @Test
    void whoPaysAnotherWayHasTheCardAgain() throws IOException {
        var gift = gift(6_000);
        var order = held(0);
        var begun = done(pay(order, "sandbox", gift));
        assertThat(done(pay(order, "sandbox", gift)).id()).as("the same again").isEqualTo(begun.id());
        var other = done(checkouts.pay(resident, order.id(), "sandbox", "https://town.example", "k"));
        assertThat(left(gift)).isEqualTo(6_000);
        client.press(Objects.requireNonNull(other.redirectUrl()), "succeed");
        settled(order, OrderState.PAID);
        press(begun, "succeed");
        Awaitility.await().untilAsserted(() -> assertThat(refunds(order)).containsExactly(HAIRCUT - 6_000));
        assertThat(on(gift)).isEqualTo(6_000);
        isSound();
    }

    @Test
    void whoIsDeclinedHasTheCardAgainAndPaysWithItAnew() throws IOException {
        var gift = gift(6_000);
        var order = held(0);
        press(done(pay(order, "sandbox", gift)), "decline");
        Awaitility.await().untilAsserted(() -> assertThat(left(gift)).isEqualTo(6_000));
        press(done(pay(order, "sandbox", gift)), "succeed");
        settled(order, OrderState.PAID);
        assertThat(on(gift)).isZero();
        isSound();
    }

    /** Both set something aside on the same card: who is paid first has it, the other goes back. */
    @Test
    void ofTwoPaymentsWithTheSameCardTheEarlierMayBePaidFirst() throws IOException {
        var gift = gift(20_000);
        var order = held(0);
        var first = done(part(order, gift, 6_000));
        var second = done(part(order, gift, 5_000));
        press(first, "succeed");
        settled(order, OrderState.PAID);
        press(second, "succeed");
        Awaitility.await().untilAsserted(() -> assertThat(refunds(order)).containsExactly(HAIRCUT - 5_000));
        assertThat(on(gift)).isEqualTo(14_000);
        assertThat(left(gift)).isEqualTo(14_000);
        isSound();
    }

    private Outcome<CardPayment> part(Order order, Card card, long minor) {
        var chosen = List.of(new ChosenCard(card.id(), minor));
        return payments.pay(
                resident,
                order,
                chosen,
                "sandbox",
                "https://town.example",
                UUID.randomUUID().toString());
    }

    @Test
    void aLatePaymentTakesItsCardAgainIfEnoughIsLeft() throws IOException {
        var gift = gift(6_000);
        var order = held(0);
        var begun = done(pay(order, "sandbox", gift));
        clock.move(Holds.KEPT.plus(Duration.ofMinutes(1)));
        assertThat(left(gift)).as("nobody waits for what ran out").isEqualTo(6_000);
        press(begun, "succeed");
        settled(order, OrderState.PAID);
        assertThat(on(gift)).isZero();
        isSound();
    }

    @Test
    void aLatePaymentGoesBackWholeIfTheCardWasSpentMeanwhile() throws IOException {
        var gift = gift(6_000);
        var order = held(0);
        var begun = done(pay(order, "sandbox", gift));
        clock.move(Holds.KEPT.plus(Duration.ofMinutes(1)));
        var sooner = held(60);
        press(done(pay(sooner, "sandbox", gift)), "succeed");
        settled(sooner, OrderState.PAID);
        press(begun, "succeed");
        Awaitility.await().untilAsserted(() -> assertThat(refunds(order)).containsExactly(HAIRCUT - 6_000));
        assertThat(orders.get(order.id()).state()).isIn(OrderState.EXPIRED, OrderState.REFUNDED);
        assertThat(on(gift)).isZero();
        isSound();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        var gift = gift(1_000);
        var order = held(0);
        assertThat(reason(pay(order, null, gift))).isEqualTo(CheckoutReason.CARDS_PAY_LESS);
        assertThat(reason(pay(order, "sandbox", gift, gift))).isEqualTo(CheckoutReason.CARD_TWICE);
        assertThat(reason(pay(held(0, 2), null, pass(10_000, 2), gift))).isEqualTo(CheckoutReason.CARD_PASS_ALONE);
        var two = List.of(new ChosenCard(gift.id(), 1_001L));
        assertThat(reason(payments.pay(resident, order, two, "sandbox", "https://town.example", "k")))
                .isEqualTo(CheckoutReason.CARD_HAS_LESS);
        var other = actor(TestPeople.resident(salon.region()));
        var theirs = List.of(new ChosenCard(gift.id(), null));
        assertThatThrownBy(() -> payments.pay(other, order, theirs, "sandbox", "https://town.example", "k"))
                .isInstanceOf(Absent.class);
        assertThat(left(gift)).isEqualTo(1_000);
    }
}
