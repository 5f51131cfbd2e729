package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.townloop.Race;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.deal.Deal;
import org.townloop.loop.deal.StandingState;
import org.townloop.loop.ordering.OrderId;

/**
 * A crowd stands in line for a deal: some give up, some do not come when they are called, some hold and do not pay and come
 * back. At the end as many have it as there are pieces, or as want one, and they were called in turn.
 */
@TownTest
class DealSimulationTests extends DealDay {

    /** What somebody does who is called. */
    private enum Manner {
        BUYS,
        SLEEPS,
        GIVES_UP,
        HOLDS_AND_FORGETS
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void atTheEndAsManyHaveItAsThereAreOrWant(long seed) {
        var random = new Random(seed);
        var stock = 4 + random.nextInt(8);
        var deal = deal(stock, 1, null);
        var people = residents(10 + random.nextInt(14));
        var manners = new ArrayList<Manner>();
        people.forEach(person -> manners.add(Manner.values()[random.nextInt(Manner.values().length)]));
        people.stream().filter(person -> random.nextBoolean()).forEach(person -> joined(deal, person));
        clock.set(OPENS);
        people.forEach(person -> joined(deal, person));
        var bought = new HashSet<Actor>();
        for (int round = 0; round < 60; round++) {
            Race.of(3, hand -> {
                calls.callDue(1_000); // three processes
                return hand;
            });
            for (int i = 0; i < people.size(); i++) {
                act(deal, people.get(i), manners.get(i), bought);
            }
            assertThat(taken(deal)).isLessThanOrEqualTo(stock);
            clock.move(Duration.ofMinutes(4));
            checkouts.expire(1_000);
        }
        var willing = manners.stream().filter(manner -> manner == Manner.BUYS).count();
        assertThat(bought).hasSize((int) Math.min(stock, willing));
        assertThat(taken(deal)).isEqualTo(bought.size());
        requireThatNobodyWasPassedOver(deal, bought);
    }

    private void act(Deal deal, Actor person, Manner manner, Set<Actor> bought) {
        if (bought.contains(person) || stands(deal, person).state() != StandingState.CALLED) {
            return;
        }
        switch (manner) {
            case BUYS -> {
                if (held(person) instanceof Outcome.Done(var order)) {
                    pay(order.id());
                    bought.add(person);
                }
            }
            case GIVES_UP -> line.leave(person, deal.id());
            case HOLDS_AND_FORGETS -> held(person);
            case SLEEPS -> assertThat(stands(deal, person).granted()).isEqualTo(1);
        }
    }

    private void pay(OrderId order) {
        TestTown.jdbc()
                .sql("update booking.lot_claim set expires_at = null where order_id = ?")
                .param(order.value())
                .update();
        TestTown.jdbc()
                .sql("update ordering.orders set state = 'PAID', paid_at = created_at where id = ?")
                .param(order.value())
                .update();
    }

    /** Whoever waits still has a later turn than everybody who was called. */
    private static void requireThatNobodyWasPassedOver(Deal deal, Set<Actor> bought) {
        UUID id = deal.id().value();
        var passedOver = TestTown.jdbc().sql("""
            select count(*)::int from deal.standing w join deal.standing c using (region_id, deal_id)
            where w.deal_id = ? and w.state = 'WAITING' and c.granted is not null and w.turn < c.turn
            """).param(id).query(Integer.class).single();
        assertThat(passedOver).as("of a deal that %s have", bought.size()).isZero();
    }
}
