package org.townloop.loop.payment;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.dao.DataIntegrityViolationException;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestTown;
import org.townloop.base.identity.PersonId;
import org.townloop.base.kernel.Ids;
import org.townloop.base.kernel.Outcome;
import org.townloop.launch.postgres.Database;

/** FAULTS 15: a refund that was refused goes on in one way, however many see to it at one moment. */
class RefusedRefundRaceTest {

    /** Takes what it finds for what it may take. */
    private static final class Unguarded extends RefusedRefunds {

        Unguarded(JdbcClient jdbc, Refunds refunds, Clock clock) {
            super(jdbc, refunds, clock);
        }

        @Override
        boolean become(RefundId id, RefundState before, RefundState next) {
            super.become(id, before, next);
            return true;
        }
    }

    private Database database;
    private PaymentTown town;
    private Refund refused;

    @BeforeEach
    void aRefundThatIsRefused() {
        database = TestTown.fresh();
        var gateway = new ScriptedGateway();
        gateway.onRefund = asked -> new RefundAnswer.Failed(RefundFailure.ACCOUNT_CLOSED);
        town = PaymentTown.with(database, gateway, Intents.class, 64);
        var refund = Outcomes.value(town.refund(town.aCapturedIntent(), PaymentTown.PRICE.minor()));
        refused = town.gateways.refund(refund);
        assertThat(refused.state()).isEqualTo(RefundState.FAILED);
    }

    @AfterEach
    void close() {
        town.close();
    }

    @Rounds
    void askedAgainAndPaidOtherwiseAtOnceItIsOneOfBoth() {
        var guarded = new RefusedRefunds(town.jdbc, town.refunds, town.clock);
        assertThat(winners(guarded, guarded::again, RefusedRefundRaceTest::enter))
                .isOne();
    }

    @Rounds
    void paidByTwoAtOnceItIsPaidOnce() {
        assertThat(enteredTwice(new RefusedRefunds(town.jdbc, town.refunds, town.clock)))
                .isOne();
    }

    /** The first defence is off: the key of the way on holds. */
    @Rounds
    void withoutTheGuardTheDatabaseLetsOneThrough() {
        assertThat(enteredTwice(new Unguarded(town.jdbc, town.refunds, town.clock)))
                .isOne();
    }

    /** The control: both are off. */
    @Test
    void withoutBothItIsPaidTwice() {
        new JdbcTemplate(TestTown.plain(database, database.owner()))
                .execute("alter table payment.way_on drop constraint way_on_pkey");
        assertThat(enteredTwice(new Unguarded(town.jdbc, town.refunds, town.clock)))
                .isEqualTo(2);
    }

    private int enteredTwice(RefusedRefunds ways) {
        return winners(ways, (refund, by) -> enter(ways, refund, by), RefusedRefundRaceTest::enter);
    }

    private static Outcome<Refund> enter(RefusedRefunds ways, Refund refund, PersonId by) {
        return ways.enter(refund, by, "BANK-1");
    }

    private interface Way {
        Outcome<Refund> of(RefusedRefunds ways, Refund refund, PersonId by);
    }

    /** Both have read that it is owed before either acts. */
    private int winners(RefusedRefunds ways, BiFunction<Refund, PersonId, Outcome<Refund>> one, Way other) {
        var winners = new AtomicInteger();
        var bothHaveRead = new CyclicBarrier(2);
        Race.of(Stream.<BiFunction<Refund, PersonId, Outcome<Refund>>>of(
                        one, (refund, by) -> other.of(ways, refund, by))
                .map(way -> () -> {
                    try {
                        town.write(() -> attempt(way, bothHaveRead, winners));
                    } catch (DataIntegrityViolationException e) {
                        assertThat(e).hasMessageContaining("way_on_pkey");
                        winners.decrementAndGet();
                    }
                }));
        return winners.get();
    }

    private Outcome<Refund> attempt(
            BiFunction<Refund, PersonId, Outcome<Refund>> way, CyclicBarrier bothHaveRead, AtomicInteger winners) {
        var seen = town.refunds.get(refused.id());
        try {
            bothHaveRead.await();
        } catch (Exception e) {
            throw new AssertionError(e);
        }
        winners.incrementAndGet();
        var outcome = way.apply(seen, new PersonId(Ids.next(PaymentTown.WILLOW_CREEK, town.clock.instant())));
        if (outcome instanceof Outcome.Refused) {
            winners.decrementAndGet();
        }
        return outcome;
    }
}
