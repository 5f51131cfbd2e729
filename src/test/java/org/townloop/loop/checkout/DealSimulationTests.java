package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.townloop.Race;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.deal.Deal;
import org.townloop.loop.deal.DealLine;
import org.townloop.loop.deal.MortalProcess;
import org.townloop.loop.deal.StandingState;
import org.townloop.loop.ordering.OrderId;

/**
 * A crowd stands in line for a deal: some give up, some do not come when they are called, some hold and do not pay and come
 * back; and processes die at any step. At the end as many have it as there are pieces, or as want one, and they were called
 * in turn.
 */
@TownTest
class DealSimulationTests extends DealDay {

    /** No process gets as far as that. */
    private static final int MOST_STEPS = 5;

    @Autowired
    ApplicationContext town;

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
        people.stream().filter(person -> random.nextBoolean()).forEach(person -> joins(deal, person, random));
        clock.set(OPENS);
        people.forEach(person -> joins(deal, person, random));
        var bought = new HashSet<Actor>();
        var died = 0;
        for (int round = 0; round < 60; round++) {
            died += diesOfCalling(deal, random) ? 1 : 0;
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
        assertThat(died).as("processes that died").isPositive();
        requireThatNobodyWasPassedOver(deal);
        assertThat(calledAndNotToldOnce(deal)).isZero();
    }

    /** Perhaps by a process that dies of it: then they are as they were before, and come again. */
    private void joins(Deal deal, Actor person, Random random) {
        var before = line.place(deal.id(), person.person()).map(DealLine.Place::standing);
        if (MortalProcess.of(town, deal.id(), random.nextInt(MOST_STEPS)).diesOfJoining(person) && before.isEmpty()) {
            assertThat(line.place(deal.id(), person.person())).isEmpty();
        }
        joined(deal, person);
    }

    /** Whoever had a turn has it still, nobody was passed over, and whoever was called was told. */
    private boolean diesOfCalling(Deal deal, Random random) {
        var turns = turns(deal);
        var died = MortalProcess.of(town, deal.id(), random.nextInt(MOST_STEPS)).diesOfCalling();
        assertThat(turns(deal)).containsAllEntriesOf(turns);
        requireThatNobodyWasPassedOver(deal);
        assertThat(calledAndNotToldOnce(deal)).isZero();
        return died;
    }

    /** The control: if what is written stands at once, a process that dies has called somebody who never hears of it. */
    @Test
    void withoutOneTransactionWhoeverIsCalledByAProcessThatDiesIsNeverTold() {
        var deal = deal(3, 1, null);
        residents(30).forEach(person -> joined(deal, person));
        clock.set(OPENS);
        calls.callDue(1_000);
        Awaitility.await().until(() -> {
            missed(deal);
            MortalProcess.careless(town, deal.id(), 1, TestTown.jdbc()).diesOfCalling();
            return calledAndNotToldOnce(deal) > 0;
        });
    }

    /** Whoever was called has not come. */
    private static void missed(Deal deal) {
        TestTown.jdbc()
                .sql("update deal.standing set state = 'MISSED' where deal_id = ? and state = 'CALLED'")
                .param(deal.id().value())
                .update();
    }

    private static Map<Integer, Integer> turns(Deal deal) {
        var turns = new HashMap<Integer, Integer>();
        TestTown.jdbc()
                .sql("select number, turn from deal.standing where deal_id = ? and turn is not null")
                .param(deal.id().value())
                .query(row -> {
                    turns.put(row.getInt("number"), row.getInt("turn"));
                });
        return turns;
    }

    private static int calledAndNotToldOnce(Deal deal) {
        return TestTown.jdbc()
                .sql("""
                    select count(*)::int from deal.standing s
                    where s.deal_id = ? and s.granted is not null and 1 <> (
                        select count(*) from notice.notice n
                        where n.subject_id = s.deal_id and n.person_id = s.person_id and n.kind = 'YOUR_TURN'
                            and n.occasion = s.number::text)
                    """)
                .param(deal.id().value())
                .query(Integer.class)
                .single();
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
    private static void requireThatNobodyWasPassedOver(Deal deal) {
        UUID id = deal.id().value();
        var passedOver = TestTown.jdbc().sql("""
            select count(*)::int from deal.standing w join deal.standing c using (region_id, deal_id)
            where w.deal_id = ? and w.state = 'WAITING' and c.granted is not null and w.turn < c.turn
            """).param(id).query(Integer.class).single();
        assertThat(passedOver).isZero();
    }
}
