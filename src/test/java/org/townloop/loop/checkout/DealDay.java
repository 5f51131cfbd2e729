package org.townloop.loop.checkout;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.loop.deal.Deal;
import org.townloop.loop.deal.DealCalls;
import org.townloop.loop.deal.DealClosings;
import org.townloop.loop.deal.DealDesk;
import org.townloop.loop.deal.DealLine;
import org.townloop.loop.deal.Deals;
import org.townloop.loop.deal.NewDeal;
import org.townloop.loop.deal.Standing;
import org.townloop.loop.deal.StandingState;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.offer.Offer;

/** A house with many set menus, of which some are sold for half the price. */
abstract class DealDay extends HeldInOneBatch {

    static final Instant OPENS = TestClock.START.plus(Duration.ofHours(1));
    static final Instant CLOSES = TestClock.START.plus(Duration.ofHours(30));
    static final Money HALF = Money.of(3_400, "CNY");

    @Autowired
    DealDesk dealDesk;

    @Autowired
    DealLine line;

    @Autowired
    DealCalls calls;

    @Autowired
    DealClosings closings;

    @Autowired
    Deals deals;

    Offer lunch;

    @BeforeEach
    void manySetMenus() {
        lunch = written(house.setMenu(500));
    }

    final Deal deal(int stock, int each, @Nullable Integer least) {
        return made(dealDesk.make(owner(), new NewDeal(lunch.id(), HALF, OPENS, CLOSES, stock, each, least)));
    }

    static <T> T made(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    static Reason why(Outcome<?> outcome) {
        return ((Outcome.Refused<?>) outcome).refusal().reason();
    }

    final Actor owner() {
        return new Actor(
                new PersonId(TestPeople.merchantOf(house).id()),
                "Lin",
                house.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.MERCHANT, house.region(), house.merchant().value(), null)));
    }

    final List<Actor> residents(int count) {
        var residents = new ArrayList<Actor>();
        for (int i = 0; i < count; i++) {
            residents.add(resident());
        }
        return residents;
    }

    final HoldAsked lunchFor(Actor actor, int quantity) {
        return asked(actor, lunch, DAY, quantity);
    }

    final Outcome<Order> held(Actor actor) {
        return held(actor, 1);
    }

    final Outcome<Order> held(Actor actor, int quantity) {
        return checkouts.hold(
                actor, wish(lunch, DAY, quantity), UUID.randomUUID().toString());
    }

    final Standing joined(Deal deal, Actor actor) {
        return made(line.join(actor, deal.id(), 1)).standing();
    }

    final Standing stands(Deal deal, Actor actor) {
        return line.place(deal.id(), actor.person()).orElseThrow().standing();
    }

    final List<Actor> called(Deal deal, List<Actor> people) {
        return people.stream()
                .filter(person -> stands(deal, person).state() == StandingState.CALLED)
                .toList();
    }

    /** Pieces that are held or paid, as it is written. */
    final int taken(Deal deal) {
        return TestTown.jdbc()
                .sql("select coalesce(sum(units), 0)::int from booking.lot_claim where subject_id = ?")
                .param(deal.id().value())
                .query(Integer.class)
                .single();
    }

    final int daysTaken() {
        return TestTown.jdbc()
                .sql("select coalesce(sum(units), 0)::int from booking.day_claim where offer_id = ?")
                .param(lunch.id().value())
                .query(Integer.class)
                .single();
    }
}
