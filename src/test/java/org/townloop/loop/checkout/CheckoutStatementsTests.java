package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.Statements;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.payment.Intents;
import org.townloop.loop.payment.Share;
import org.townloop.loop.voucher.Scanner;
import org.townloop.loop.voucher.Vouchers;
import org.townloop.supply.TestOffers;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Table;

/** What each step of a checkout costs in statements: so many for a batch, however many are in it. */
@TownTest
class CheckoutStatementsTests extends HeldInOneBatch {

    @Autowired
    HoldsTogether holdsTogether;

    @Autowired
    BegunPayments payments;

    @Autowired
    CapturedOrders captured;

    @Autowired
    Payments listener;

    @Autowired
    ScanBatches batches;

    @Autowired
    FreeScans freeScans;

    @Autowired
    Intents intents;

    @Autowired
    Vouchers vouchers;

    @Test
    void aBatchOfHoldsCostsTheSameHoweverManyAreInIt() {
        var menus = menus();
        held(wishes(3, menus));
        var few = wishes(3, menus);
        var many = wishes(24, menus);
        assertCosts(24, () -> held(few), () -> held(many));
    }

    /** What a place is, is read once, and then only whether it still is that. */
    @Test
    void aBatchOfHoldsAtPlacesThatAreKnownReadsWhatTheyAreByTwoStatements() {
        var menus = menus();
        var first = wishes(3, menus);
        var next = wishes(3, menus);
        var read = Statements.of(() -> held(first)).size();
        assertThat(Statements.of(() -> held(next)).size()).isLessThanOrEqualTo(read - 8);
    }

    @Test
    void aBasketDoesHoweverMuchIsInIt() {
        var menus = menus();
        basket(menus, 3);
        assertCosts(32, () -> basket(menus, 3), () -> basket(menus, 15));
    }

    private void basket(List<Offer> menus, int items) {
        var wishes = IntStream.range(0, items)
                .mapToObj(i -> wish(menus.get(i % menus.size()), DAY, 1))
                .toList();
        var buyer = new Buyer(resident().person(), Pays.ESCROW, Holds.KEPT, true);
        inOne(() -> {
            var held = holdsTogether.hold(buyer, wishes, false);
            assertThat(held).isInstanceOf(Outcome.Done.class);
            return held;
        });
    }

    @Test
    void aBatchOfPaymentsThatBeginDoes() {
        var few = begun(bought(3, menus()));
        var many = begun(bought(24, menus()));
        assertCosts(7, () -> inOne(() -> payments.beginFree(few)), () -> inOne(() -> payments.beginFree(many)));
    }

    @Test
    void aBatchOfOrdersThatArePaidDoes() {
        var few = bought(3, menus());
        var many = bought(24, menus());
        assertCosts(24, () -> settle(few), () -> settle(many));
    }

    /** When the day is over at each of the houses is asked once. */
    @Test
    void aBatchOfTablesThatArePaidDoes() {
        var tables = IntStream.range(0, 12).mapToObj(i -> table()).toList();
        settle(seated(tables));
        var few = seated(tables.subList(0, 3));
        var many = seated(tables);
        assertCosts(28, () -> settle(few), () -> settle(many));
    }

    /** Each at another house. */
    private List<Order> seated(List<Offer> tables) {
        return heldAtLast(tables.stream()
                        .map(table -> asked(resident(), table, THREE, 2))
                        .toList())
                .stream()
                .map(HeldInOneBatch::order)
                .toList();
    }

    /** Of a house that has three. */
    private Offer table() {
        var place = TestSalon.with(1, 0).asRestaurant();
        IntStream.range(0, 3)
                .forEach(i -> TestTown.jdbc()
                        .sql("insert into merchant.resource (region_id, id, place_id, kind, name, seats, zone)"
                                + " values (?, ?, ?, 'table', '{\"en\": \"Table\"}', 4, 'hall')")
                        .params(
                                place.region().number(),
                                Ids.next(place.region(), clock.instant()),
                                place.place().value())
                        .update());
        return written(TestOffers.table(place, new Table(1, 12, 20, 0)));
    }

    @Test
    void aBatchOfScansDoes() {
        var menus = menus();
        judged(read(bought(3, menus)));
        var few = read(bought(3, menus));
        var many = read(bought(24, menus));
        assertCosts(24, () -> judged(few), () -> judged(many));
    }

    private void judged(List<ScanBatches.Read> reads) {
        inOne(() -> batches.judgeEach(freeScans.of(reads)));
    }

    private static void assertCosts(int most, Runnable few, Runnable many) {
        var ofFew = Statements.of(few);
        var ofMany = Statements.of(many);
        assertThat(ofFew).as("of few").isNotEmpty().hasSizeLessThanOrEqualTo(most);
        assertThat(ofMany).as("of many").hasSameSizeAs(ofFew);
    }

    /** Of three houses. */
    private List<Offer> menus() {
        return IntStream.range(0, 3)
                .mapToObj(i -> written(TestSalon.with(1, 0).asRestaurant().setMenu(100)))
                .toList();
    }

    private List<HoldAsked> wishes(int count, List<Offer> menus) {
        return IntStream.range(0, count)
                .mapToObj(i -> asked(resident(), menus.get(i % menus.size()), DAY, 1))
                .toList();
    }

    private List<Order> bought(int count, List<Offer> menus) {
        return heldAtLast(wishes(count, menus)).stream()
                .map(HeldInOneBatch::order)
                .toList();
    }

    private List<PayAsked> begun(List<Order> due) {
        return due.stream()
                .map(order -> new PayAsked(
                        Paying.Payer.of(new Actor(order.resident(), "Lin", salon.region(), Locale.CHINA, List.of())),
                        List.of(order.id()),
                        "sandbox",
                        "http://town.example",
                        new Idempotency.Call(order.resident().value(), "pay", "key", order.id())))
                .toList();
    }

    private void settle(List<Order> due) {
        var paid = due.stream()
                .map(order -> intents.draft(
                        List.of(new Share(order.id().value(), order.total())),
                        order.resident(),
                        "sandbox",
                        "http://town.example"))
                .toList();
        inOne(() -> {
            assertThat(listener.lockFree(paid)).hasSize(due.size());
            captured.settle(paid);
            return paid;
        });
    }

    private List<ScanBatches.Read> read(List<Order> due) {
        settle(due);
        var kitchen = new PersonId(TestPeople.counterOf(house).id());
        return due.stream()
                .map(order -> batches.read(
                        new ScanBatches.From(Scanner.of(order.place(), kitchen), null, null),
                        List.of(new Scan(token(order), "of " + order.id(), 1, null, null))))
                .toList();
    }

    private String token(Order order) {
        return vouchers.token(vouchers.of(order.id()).getFirst());
    }

    private <T> T inOne(Supplier<T> work) {
        return Objects.requireNonNull(transaction().execute(status -> work.get()));
    }
}
