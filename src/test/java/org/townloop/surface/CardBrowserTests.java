package org.townloop.surface;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.LoopClient;
import org.townloop.TestPeople;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.ordering.Line;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.CardKind;
import org.townloop.loop.stored.CardState;
import org.townloop.loop.stored.Cards;

/** A booking is paid with a gift voucher: partly, with the rest at the gateway, and wholly; both stand on the receipt. */
@NeedsBrowser
@ExtendWith(OpenTown.Door.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class CardBrowserTests {

    private static final String PAYS = "section:has(#cards) p[role=status]";
    private static final String HOW_MUCH = "#how-much input[inputmode=decimal]";

    private final OpenTown town;
    private Chromium chromium;

    CardBrowserTests(OpenTown town) {
        this.town = town;
    }

    @BeforeAll
    void launch() {
        chromium = Chromium.launch();
    }

    @AfterAll
    void close() {
        chromium.close();
    }

    @ParameterizedTest
    @EnumSource(Tongue.class)
    void partlyAndWholly(Tongue tongue) throws IOException {
        var chinese = tongue == Tongue.CHINESE;
        var somebody = new TestPeople(new UUID(0, 0), chinese ? "demo-resident" : "demo-resident-2");
        var client = new LoopClient(town.port());
        var name = client.get(somebody, "/api/me").text("name");
        try (var resident = Visitor.withoutScripts(chromium.browser(), town, tongue, 390)) {
            resident.goTo("/sign-in").be(name, "main");
            var first = held(client, somebody);
            gift(first, 1_000);
            resident.goTo("/orders/" + first.id().value() + "/checkout");
            assertThat(resident.read("#cards")).contains(chinese ? "可用的卡" : "Your cards");
            assertThat(resident.read(PAYS)).contains(chinese ? "用卡支付 ¥10" : "¥10 is paid with your card");
            resident.press("section:has(#cards) a.btn", "section:not(:has(p[role=status])) #cards");
            resident.press("section:has(#cards) a.btn", PAYS);
            resident.write(HOW_MUCH, "much").press("#how-much button", "#how-much .say.bad");
            assertThat(resident.find(HOW_MUCH).inputValue()).isEqualTo("much");
            assertThat(resident.read("#how-much .say.bad")).contains("37.50");
            resident.write(HOW_MUCH, "10.01").press("#how-much button", "#how-much .say.bad");
            resident.write(HOW_MUCH, "4.50").press("#how-much button", PAYS);
            assertThat(resident.read(PAYS)).contains("¥4.50");
            resident.press(".checkout button.primary", "button.pay").press("button.pay", ".ticket svg");
            resident.goTo("/orders/" + first.id().value() + "/receipt");
            assertThat(resident.read("main")).contains("¥4.50", chinese ? "用卡支付" : "Paid with a card", "sandbox");

            var second = held(client, somebody);
            gift(second, second.total().minor());
            resident.goTo("/orders/" + second.id().value() + "/checkout");
            assertThat(resident.read(".checkout")).contains(chinese ? "无需另付" : "nothing is left to pay");
            resident.press(".checkout button.primary", ".ticket svg");
            assertThat(resident.here()).contains(second.id().value().toString());
        }
    }

    private Order held(LoopClient client, TestPeople somebody) throws IOException {
        var offers = client.get(somebody, "/api/offers?pack=hair-and-beauty&priceMin=3000")
                .body()
                .path("offers");
        for (var offer : offers) {
            for (var slot : offer.path("nextSlots")) {
                var held = client.post(
                        somebody,
                        "/api/orders",
                        UUID.randomUUID().toString(),
                        Map.of(
                                "offerId",
                                offer.path("id").asString(),
                                "slotStart",
                                slot.path("start").asString(slot.asString("")),
                                "quantity",
                                1));
                if (held.status() == 201) {
                    return town.ask(Orders.class).get(new OrderId(held.id()));
                }
            }
        }
        throw new AssertionError("nothing is free: " + offers);
    }

    /** As its sale leaves it. */
    private void gift(Order order, long minor) {
        var now = town.ask(Clock.class).instant();
        var region = order.id().region();
        var sale = new OrderId(Ids.next(region, now));
        var worth = new Money(minor, order.total().currency());
        var card = new Card(
                new CardId(Ids.next(region, now)),
                order.merchant(),
                order.place(),
                CardKind.GIFT,
                null,
                null,
                worth,
                new PersonId(order.resident().value()),
                sale,
                1,
                CardState.ACTIVE,
                now,
                null);
        new TransactionTemplate(town.ask(PlatformTransactionManager.class)).executeWithoutResult(status -> {
            var orders = town.ask(Orders.class);
            orders.insert(sale(order, sale, worth, now));
            for (var state : List.of(OrderState.PAID, OrderState.FULFILLED, OrderState.SETTLED)) {
                orders.become(state, sale, now);
            }
            town.ask(Cards.class).insert(List.of(card));
            town.ask(Ledger.class).coupon(sale.value(), worth, "sale " + sale.value());
            town.ask(StoredValueBook.class)
                    .sold(
                            sale.value(),
                            card.id().value(),
                            worth,
                            "sale of card " + card.id().value());
        });
    }

    /** By which it was sold, at the place of the other. */
    private static Order sale(Order other, OrderId id, Money worth, Instant now) {
        var nothing = Money.zero(worth.currency());
        var line = other.first();
        return new Order(
                id,
                other.resident(),
                other.merchant(),
                other.place(),
                OrderState.HELD,
                Pays.STORED,
                worth,
                nothing,
                other.terms(),
                now.plusSeconds(600),
                null,
                null,
                now,
                null,
                null,
                null,
                null,
                List.of(new Line(
                        1,
                        line.offer(),
                        line.offerVersion(),
                        line.title(),
                        1,
                        worth,
                        nothing,
                        null,
                        null,
                        line.answers(),
                        null)));
    }
}
