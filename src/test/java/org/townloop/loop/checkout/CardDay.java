package org.townloop.loop.checkout;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.Cards;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.CardDesk;
import org.townloop.supply.offer.NewCard;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.offer.Stored;

/** A salon that sells gift vouchers and passes, in a region where a bank keeps the money. */
abstract class CardDay {

    @LocalServerPort
    int port;

    @Autowired
    Offers offers;

    @Autowired
    CardDesk desk;

    @Autowired
    CardSales sales;

    @Autowired
    OwnCards own;

    @Autowired
    ReturnedCards returned;

    @Autowired
    Cards cards;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    List<Broken> before = List.of();
    LoopClient client;
    TestSalon salon;
    TestPeople resident;
    Offer haircut;

    @BeforeEach
    void aBankKeepsTheMoney() {
        clock.set(TestClock.START);
        before = audit.run();
        client = new LoopClient(port);
        salon = TestSalon.with(2, 2);
        resident = TestPeople.resident(salon.region());
        TestTown.jdbc().sql("""
            insert into stored.term (region_id, months, depositary, reference)
            values (999000, 24, 'Bank of the East', 'E-1')
            on conflict do nothing
            """).update();
        haircut = done(offers.write(salon.haircut()));
    }

    /** A gift voucher over 100 or 500, or anything from 50 to 1,000. */
    Offer gift() {
        return done(desk.write(
                merchant(),
                new NewCard(
                        null,
                        salon.place(),
                        Words.of("Gift voucher", "礼品卡"),
                        Words.of("For everything", "通用"),
                        Stored.gift(List.of(10_000L, 50_000L), 5_000L, 100_000L),
                        Money.of(5_000, "CNY"),
                        true),
                null));
    }

    /** Three haircuts for 350: two of 116.66 and a last one of 116.68. */
    Offer pass() {
        return done(desk.write(
                merchant(),
                new NewCard(
                        null,
                        salon.place(),
                        Words.of("Three haircuts", "三次卡"),
                        Words.of("", ""),
                        Stored.pass(haircut.id(), 3),
                        Money.of(35_000, "CNY"),
                        true),
                null));
    }

    /** Ordered, and not paid yet. */
    Order ordered(TestPeople who, Offer card, long minor, boolean gift) {
        return done(sales.order(
                actor(who),
                new CardSales.Wish(card.id(), minor, gift),
                UUID.randomUUID().toString()));
    }

    /** Bought: ordered, paid at the gateway, and there. */
    Card bought(TestPeople who, Offer card, long minor, boolean gift) throws IOException {
        var order = ordered(who, card, minor, gift);
        pay(who, order);
        return cards.get(own.soldBy(order.id()).orElseThrow());
    }

    void pay(TestPeople who, Order order) throws IOException {
        var payment = client.pay(who, order.id().value(), UUID.randomUUID().toString());
        client.press(payment.text("redirectUrl"), "succeed");
        client.order(who, order.id().value(), "SETTLED");
    }

    long left(Card card) {
        return cards.left(List.of(card)).getFirst().left().minor();
    }

    static Actor actor(TestPeople who, Grant... grants) {
        return new Actor(new PersonId(who.id()), "Lin", TestSalon.SHANGHAI, Locale.ENGLISH, List.of(grants));
    }

    Actor merchant() {
        return actor(
                TestPeople.merchantOf(salon),
                new Grant(Role.MERCHANT, salon.region(), salon.merchant().value(), null));
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    static String refused(Outcome<?> outcome) {
        return switch (outcome) {
            case Outcome.Done<?>(var value) -> throw new AssertionError("not refused: " + value);
            case Outcome.Refused<?>(var refusal) -> refusal.reason().code();
        };
    }
}
