package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.PersonalData;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ledger.StoredMove;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.payment.Reconciler;
import org.townloop.loop.stored.CardKind;
import org.townloop.loop.stored.CardState;
import org.townloop.supply.offer.NewCard;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Stored;

/** Gift vouchers, passes and balances from the desk to a card with its money, and back. */
@TownTest
class CardSaleTests extends CardDay {

    @Autowired
    Reconciler reconciler;

    @Autowired
    List<PersonalData> kept;

    @Test
    void aPassThatIsPaidLiesAmongOnesCardsWithItsMoneyInTheBooks() throws IOException {
        var card = bought(resident, pass(), 35_000, false);
        assertThat(card.kind()).isEqualTo(CardKind.PASS);
        assertThat(card.offer()).isEqualTo(haircut.id());
        assertThat(card.uses()).isEqualTo(3);
        assertThat(own.of(actor(resident)))
                .singleElement()
                .satisfies(seen -> assertThat(seen.left()).isEqualTo(card.worth()));
        assertThat(own.moves(actor(resident), card.id()))
                .singleElement()
                .satisfies(move -> assertThat(move.kind()).isEqualTo(StoredMove.Kind.SOLD));
        var order = client.order(resident, card.order().value()).body();
        assertThat(order.path("state").asString()).isEqualTo("SETTLED");
        assertThat(client.tokens(resident, card.order().value())).isEmpty();
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whatItIsWorthIsDecidedByTheServer() {
        var gift = gift();
        assertThat(refused(order(gift, 4_999, false))).isEqualTo("card-amount-not-sold");
        assertThat(refused(order(gift, 100_001, false))).isEqualTo("card-amount-not-sold");
        assertThat(refused(order(gift, 0, false))).isEqualTo("card-amount-not-sold");
        assertThat(refused(order(pass(), 34_999, false))).isEqualTo("price-changed");
        assertThat(done(order(gift, 7_777, false)).total().minor()).isEqualTo(7_777);
    }

    @Test
    void aBalanceIsNoGiftAndWhatIsOffSaleIsNotBought() {
        var balance = done(desk.write(
                merchant(),
                new NewCard(
                        null,
                        salon.place(),
                        Words.of("Balance", "储值"),
                        Words.of("", ""),
                        Stored.balance(List.of(20_000L)),
                        Money.of(20_000, "CNY"),
                        true),
                null));
        assertThat(refused(order(balance, 20_000, true))).isEqualTo("balance-no-gift");
        done(desk.setOnSale(merchant(), balance.id(), false));
        assertThat(refused(order(balance, 20_000, false))).isEqualTo("card-not-sold");
    }

    @Test
    void cardsStandBesideOffersAndAreNotFoundAmongThem() {
        var gift = gift();
        assertThat(offers.at(salon.place())).extracting(Offer::id).containsExactly(haircut.id());
        assertThat(offers.marks()).extracting(mark -> mark.offer()).doesNotContain(gift.id());
        assertThat(offers.get(gift.id()).card()).isNotNull();
    }

    @Test
    void whatIsNotPaidInTimeIsNoCardButLateMoneyStillBuysIt() throws IOException {
        var order = ordered(resident, gift(), 10_000, false);
        var payment = client.pay(resident, order.id().value(), UUID.randomUUID().toString());
        clock.move(Duration.ofMinutes(11));
        client.post(resident, "/api/orders/" + order.id().value() + "/payments", "again", Map.of("gateway", "sandbox"));
        assertThat(own.soldBy(order.id())).isEmpty();
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(resident, order.id().value(), "SETTLED");
        assertThat(left(cards.get(own.soldBy(order.id()).orElseThrow()))).isEqualTo(10_000);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void whoGivesAnUnusedCardBackGetsAllOfItBackAndTheCardIsVoid() throws IOException {
        var card = bought(resident, gift(), 50_000, false);
        done(returned.withdraw(actor(resident), card.id()));
        done(returned.withdraw(actor(resident), card.id()));
        reconciler.resolve();
        assertThat(cards.get(card.id()).state()).isEqualTo(CardState.VOID);
        assertThat(left(card)).isZero();
        var refunded = TestTown.jdbc()
                .sql("select sum(amount_minor) from payment.refund where order_id = ?")
                .param(card.order().value())
                .query(Long.class)
                .single();
        assertThat(refunded).isEqualTo(50_000);
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void afterTwoWeeksItIsKeptAndOnlyItsBuyerCouldHaveGivenItBack() throws IOException {
        var card = bought(resident, gift(), 50_000, false);
        var stranger = TestPeople.resident(salon.region());
        assertThatThrownBy(() -> returned.withdraw(actor(stranger), card.id())).isInstanceOf(Absent.class);
        assertThatThrownBy(() -> own.get(actor(stranger), card.id())).isInstanceOf(Absent.class);
        clock.move(Duration.ofDays(14));
        assertThat(refused(returned.withdraw(actor(resident), card.id()))).isEqualTo("card-not-withdrawable");
        assertThat(left(card)).isEqualTo(50_000);
    }

    @Test
    void whoLeavesTheTownUsesItUpOrGivesItUpAndNobodyElseDoesThat() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        var person = actor(resident).person();
        assertThat(kept.stream().flatMap(each -> each.obstacles(person).stream()))
                .extracting(each -> each.refusal().reason().code())
                .contains("cards-not-empty");
        var stranger = TestPeople.resident(salon.region());
        assertThatThrownBy(() -> returned.giveUp(actor(stranger), card.id())).isInstanceOf(Absent.class);
        done(returned.giveUp(actor(resident), card.id()));
        assertThat(refused(returned.giveUp(actor(resident), card.id()))).isEqualTo("card-set-aside");
        assertThat(left(card)).isZero();
        assertThat(kept.stream().flatMap(each -> each.obstacles(person).stream()))
                .extracting(each -> each.refusal().reason().code())
                .doesNotContain("cards-not-empty");
        assertThat(audit.run()).isEqualTo(before);
    }

    @Test
    void nothingIsInvoicedUntilItIsUsed() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        var asked = client.post(
                resident,
                "/api/orders/" + card.order().value() + "/invoice-requests",
                UUID.randomUUID().toString(),
                Map.of("kind", "FAPIAO", "title", "Lin"));
        assertThat(asked.status()).isEqualTo(409);
        assertThat(asked.body().toString()).contains("invoice-of-card");
    }

    @Test
    void itRunsOutAsItsRegionSaidWhenItWasSold() throws IOException {
        var card = bought(resident, gift(), 10_000, false);
        assertThat(card.expiresAt())
                .isEqualTo(card.soldAt()
                        .atZone(ZoneId.of("Asia/Shanghai"))
                        .plusMonths(24)
                        .toInstant());
    }

    private Outcome<Order> order(Offer card, long minor, boolean gift) {
        return sales.order(
                actor(resident),
                new CardSales.Wish(card.id(), minor, gift),
                UUID.randomUUID().toString());
    }
}
