package org.townloop.loop.checkout;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.supply.TestSalon;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Somebody's wishes that are held in one transaction. */
abstract class HeldInOneBatch {

    static final Instant THREE = Instant.parse("2026-11-28T07:00:00Z");
    static final Instant DAY = Instant.parse("2026-11-27T16:00:00Z");

    @Autowired
    HoldBatch batch;

    @Autowired
    Checkouts checkouts;

    @Autowired
    TestClock clock;

    @Autowired
    Offers offers;

    @Autowired
    PlatformTransactionManager transactions;

    TestSalon salon;
    TestSalon house;
    Offer haircut;
    Offer menu;

    @BeforeEach
    void aSalonWithTwoChairsAndAHouseWithThreeMenus() {
        clock.set(TestClock.START);
        salon = TestSalon.with(2, 2);
        house = TestSalon.with(1, 0).asRestaurant();
        haircut = written(salon.haircut());
        menu = written(house.setMenu(3));
    }

    final Offer written(NewOffer offer) {
        return ((Outcome.Done<Offer>) offers.write(offer)).value();
    }

    final List<Optional<Outcome<Order>>> held(List<HoldAsked> asked) {
        return held(batch, asked);
    }

    final List<Optional<Outcome<Order>>> held(HoldBatch batch, List<HoldAsked> asked) {
        var wanted = batch.wanted(asked);
        return Objects.requireNonNull(transaction().execute(status -> batch.hold(wanted)))
                .answers();
    }

    /** Asked again until each is answered, as the line does: what somebody has locked is left for later. */
    final List<Optional<Outcome<Order>>> heldAtLast(List<HoldAsked> asked) {
        return Awaitility.await()
                .until(() -> held(asked), answers -> answers.stream().allMatch(Optional::isPresent));
    }

    final TransactionTemplate transaction() {
        return new TransactionTemplate(transactions);
    }

    final HoldAsked cut(Instant start, int quantity) {
        return asked(resident(), haircut, start, quantity);
    }

    final HoldAsked dinner(int quantity) {
        return asked(resident(), menu, DAY, quantity);
    }

    static HoldAsked asked(Actor actor, Offer offer, Instant start, int quantity) {
        var wish = wish(offer, start, quantity);
        return new HoldAsked(actor, wish, offer, start, call(actor, wish, "key " + start + offer.id()));
    }

    static Idempotency.Call call(Actor actor, HoldOrder wish, String key) {
        return new Idempotency.Call(actor.person().value(), "hold", key, wish);
    }

    static HoldOrder wish(Offer offer, Instant start, int quantity) {
        return new HoldOrder(offer.id(), start, quantity, offer.isWalkIn() ? Map.of("main", "fish") : Map.of());
    }

    final Actor resident() {
        var person = new PersonId(TestPeople.resident(salon.region()).id());
        return new Actor(person, "Lin", salon.region(), Locale.CHINA, List.of());
    }

    final boolean hasKey(HoldAsked asked) {
        return TestTown.jdbc()
                .sql("select exists (select from kernel.idempotency where person_id = ? and key = ?)")
                .params(asked.actor().person().value(), asked.call().key())
                .query(Boolean.class)
                .single();
    }

    final int count(String from) {
        return TestTown.jdbc()
                .sql("select count(*)::int from " + from)
                .param(new UUID[] {salon.place().value(), house.place().value()})
                .query(Integer.class)
                .single();
    }

    static List<OrderState> states(List<Optional<Outcome<Order>>> answers, int... which) {
        return Arrays.stream(which).mapToObj(i -> order(answers.get(i)).state()).toList();
    }

    static Order order(Optional<Outcome<Order>> answer) {
        return switch (answer.orElseThrow()) {
            case Outcome.Done<Order>(var order) -> order;
            case Outcome.Refused<Order>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    static Reason why(Optional<Outcome<Order>> answer) {
        return ((Outcome.Refused<Order>) answer.orElseThrow()).refusal().reason();
    }

    static boolean await(CountDownLatch latch) {
        try {
            return latch.await(20, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
