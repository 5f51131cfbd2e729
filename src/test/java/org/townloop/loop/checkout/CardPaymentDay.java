package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.LoopClient;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ledger.Broken;
import org.townloop.loop.ledger.Ledger;
import org.townloop.loop.ledger.StoredValueBook;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderId;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Orders;
import org.townloop.loop.stored.Card;
import org.townloop.loop.stored.CardId;
import org.townloop.loop.stored.CardKind;
import org.townloop.loop.stored.CardState;
import org.townloop.loop.stored.Cards;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A salon whose haircut costs ¥128.00, and a resident who has cards of it. */
abstract class CardPaymentDay {

    static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    static final long HAIRCUT = 12_800;

    @LocalServerPort
    int port;

    @Autowired
    Checkouts checkouts;

    @Autowired
    CardPayments payments;

    @Autowired
    Orders orders;

    @Autowired
    Cards cards;

    @Autowired
    StoredValueBook book;

    @Autowired
    Ledger ledger;

    @Autowired
    Offers offers;

    @Autowired
    Audit audit;

    @Autowired
    TestClock clock;

    @Autowired
    PlatformTransactionManager transactions;

    LoopClient client;
    TestSalon salon;
    Offer haircut;
    TestPeople person;
    Actor resident;
    List<Broken> before;

    @BeforeEach
    void open() {
        clock.set(TestClock.START);
        client = new LoopClient(port);
        salon = TestSalon.with(3, 3);
        haircut = written(salon.haircut());
        person = TestPeople.resident(salon.region());
        resident = actor(person);
        before = audit.run();
    }

    final Offer written(NewOffer offer) {
        return ((Outcome.Done<Offer>) offers.write(offer)).value();
    }

    final Actor actor(TestPeople of) {
        return new Actor(new PersonId(of.id()), "Lin", salon.region(), Locale.CHINA, List.of());
    }

    final Card gift(long minor) {
        return card(CardKind.GIFT, minor, null);
    }

    final Card pass(long minor, int uses) {
        return card(CardKind.PASS, minor, uses);
    }

    final Card card(CardKind kind, long minor, @Nullable Integer uses) {
        return new TransactionTemplate(transactions).execute(status -> sold(kind, minor, uses, resident.person()));
    }

    /** As a sale leaves it: what was paid for its order is on it. The platform has paid, so that no gateway has. */
    private Card sold(CardKind kind, long minor, @Nullable Integer uses, PersonId owner) {
        var id = new CardId(Ids.next(salon.region(), clock.instant()));
        var sale = new OrderId(Ids.next(salon.region(), clock.instant()));
        var worth = Money.of(minor, "CNY");
        var card = new Card(
                id,
                salon.merchant(),
                salon.place(),
                kind,
                uses == null ? null : haircut.id(),
                uses,
                worth,
                owner,
                sale,
                1,
                CardState.ACTIVE,
                clock.instant(),
                null);
        cards.insert(List.of(card));
        ledger.coupon(sale.value(), worth, "test sale " + sale.value());
        book.sold(sale.value(), id.value(), worth, "sale of card " + id.value());
        return card;
    }

    final Order held(int minutesLater) {
        return held(minutesLater, 1);
    }

    final Order held(int minutesLater, int quantity) {
        var wish = new HoldOrder(haircut.id(), THREE.plusSeconds(60L * minutesLater), quantity, Map.of());
        return done(checkouts.hold(resident, wish, UUID.randomUUID().toString()));
    }

    final Outcome<CardPayment> pay(Order order, @Nullable String gateway, Card... chosen) {
        return payments.pay(
                resident,
                order,
                List.of(chosen).stream()
                        .map(card -> new ChosenCard(card.id(), null))
                        .toList(),
                gateway,
                "http://127.0.0.1:" + port + "/orders/" + order.id().value(),
                UUID.randomUUID().toString());
    }

    /** At the gateway's page. */
    final void press(CardPayment payment, String outcome) throws IOException {
        var intent = Objects.requireNonNull(payment.intent());
        client.press(Objects.requireNonNull(intent.redirectUrl()), outcome);
    }

    final void settled(Order order, OrderState state) throws IOException {
        client.order(person, order.id().value(), state.name());
    }

    final long left(Card card) {
        return cards.left(List.of(cards.get(card.id()))).getFirst().left().minor();
    }

    final long on(Card card) {
        return Objects.requireNonNull(
                        book.on(List.of(card.id().value())).get(card.id().value()))
                .minor();
    }

    /** What gateways were asked to pay back, failed or not. */
    final List<Long> refunds(Order order) {
        return TestTown.jdbc()
                .sql("select amount_minor from payment.refund where order_id = ? order by created_at, id")
                .param(order.id().value())
                .query((row, number) -> row.getLong("amount_minor"))
                .list();
    }

    final List<Long> money(Order order) {
        var money = ledger.of(order.id().value()).orElseThrow();
        return List.of(
                money.captured().minor(),
                money.released().minor(),
                money.refunded().minor());
    }

    final void isSound() {
        assertThat(audit.run()).isEqualTo(before);
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    static Object reason(Outcome<?> outcome) {
        return outcome instanceof Outcome.Refused<?>(var refusal) ? refusal.reason() : outcome;
    }
}
