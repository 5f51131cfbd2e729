package org.townloop.loop.checkout;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.TransactionStatus;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.AnsweredCalls;
import org.townloop.base.kernel.AnsweredCallsOf;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Together;
import org.townloop.loop.ordering.Order;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.BookingReason;
import org.townloop.supply.booking.KnownOffers;
import org.townloop.supply.booking.SoldOut;

/** Who wants what is known to be gone is told so without a transaction; but who has it already is told that. */
@TownTest
class RefusedFromMemoryTests extends HeldInOneBatch {

    @Autowired
    HoldQueue queue;

    @Autowired
    Holds holds;

    @Autowired
    KnownOffers knownOffers;

    @Autowired
    SoldOut soldOut;

    @Autowired
    Idempotency idempotency;

    private final AtomicInteger connections = new AtomicInteger();

    @Test
    void theyAreToldWithoutATransactionAndByOneStatement() {
        var combiner = combiner(counted(), none());
        soldOut();
        Awaitility.await().untilAsserted(() -> {
            soldOut();
            connections.set(0);
            assertThat(why(combiner.hold(resident(), wish(haircut, THREE, 1), "late")))
                    .isEqualTo(BookingReason.SLOT_TAKEN);
            assertThat(connections).hasValue(1);
        });
    }

    @Test
    void whatIsWrongWithoutTheCalendarNeedsNoStatementAtAll() {
        var combiner = combiner(counted(), none());
        var nothing = new HoldOrder(haircut.id(), THREE, 0, Map.of());
        assertThat(combiner.hold(resident(), nothing, "none")).isInstanceOf(Outcome.Refused.class);
        assertThat(connections).hasValue(0);
    }

    /** Each asks twice with one key, many at a time: who got a chair gets the same one again, and nobody else gets any. */
    @Rounds
    void whoHasItIsToldSoHoweverOftenTheyAsk() {
        assertThat(forgotten(combiner(counted(), transactions))).isEmpty();
    }

    /** The control: without a look for their keys those who have a chair are told that there is none. */
    @Test
    void withoutALookForTheKeyWhoHasItIsToldThatItIsGone() {
        var blind = new AnsweredCallsOf(JdbcClient.create(TestTown.app())) {
            @Override
            public boolean contains(Idempotency.Call call) {
                return false;
            }
        };
        Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(() -> !forgotten(combiner(blind, transactions)).isEmpty());
    }

    /** Those who hold something and were told later that they cannot. */
    private List<Actor> forgotten(HoldCombiner combiner) {
        var cut = written(TestSalon.with(2, 2).haircut());
        var people = IntStream.range(0, 24).mapToObj(i -> resident()).toList();
        var forgotten = new ConcurrentLinkedQueue<Actor>();
        Race.of(people.stream().map(person -> () -> {
            var first = combiner.hold(person, wish(cut, THREE, 1), "key");
            for (int again = 0; again < 5; again++) {
                var next = combiner.hold(person, wish(cut, THREE, 1), "key");
                if (first instanceof Outcome.Done<Order> && !first.equals(next)) {
                    forgotten.add(person);
                }
            }
        }));
        return List.copyOf(forgotten);
    }

    private void soldOut() {
        for (int i = 0; i < 3; i++) {
            checkouts.hold(resident(), wish(haircut, THREE, 1), "fills");
        }
    }

    private HoldCombiner combiner(AnsweredCalls answered, PlatformTransactionManager transactions) {
        var lines = new Together.Lines(transactions, 64);
        return new HoldCombiner(batch, queue, holds, knownOffers, soldOut, answered, idempotency, lines);
    }

    private AnsweredCalls counted() {
        return new AnsweredCallsOf(JdbcClient.create(new DelegatingDataSource(TestTown.app()) {
            @Override
            public Connection getConnection() throws SQLException {
                connections.incrementAndGet();
                return super.getConnection();
            }
        }));
    }

    /** Whoever begins one has not been told from memory. */
    private static PlatformTransactionManager none() {
        return new PlatformTransactionManager() {
            @Override
            public TransactionStatus getTransaction(@Nullable TransactionDefinition definition) {
                throw new AssertionError("a transaction is begun");
            }

            @Override
            public void commit(TransactionStatus status) {}

            @Override
            public void rollback(TransactionStatus status) {}
        };
    }

    private static Reason why(Outcome<Order> outcome) {
        return switch (outcome) {
            case Outcome.Done<Order> done -> throw new AssertionError(done);
            case Outcome.Refused<Order>(var refusal) -> refusal.reason();
        };
    }
}
