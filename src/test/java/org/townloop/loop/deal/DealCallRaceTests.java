package org.townloop.loop.deal;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionSynchronization;
import org.springframework.transaction.support.TransactionSynchronizationManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.Race;
import org.townloop.TestClock;
import org.townloop.TestPeople;
import org.townloop.TestTown;
import org.townloop.TownTest;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Grant;
import org.townloop.base.identity.PersonId;
import org.townloop.base.identity.Role;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.notice.Notices;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.booking.RationBook;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offers;

/** Whoever calls at the same moment as others call, or hold, calls nobody for a piece that somebody else has. */
@TownTest
class DealCallRaceTests {

    private static final Instant DAY = Instant.parse("2026-11-27T16:00:00Z");

    @Autowired
    ApplicationContext town;

    @Autowired
    DealDesk desk;

    @Autowired
    DealLine line;

    @Autowired
    DealCalls calls;

    @Autowired
    Standings standings;

    @Autowired
    Offers offers;

    @Autowired
    TestClock clock;

    private final TestSalon house = TestSalon.with(1, 0).asRestaurant();

    @Test
    void calledByManyAtOnceNoMoreAreCalledThanThereArePieces() {
        var deal = deal(3);
        var people = Stream.generate(this::resident).limit(12).toList();
        people.forEach(person -> line.join(person, deal.id(), 1));
        clock.set(deal.opensAt());
        Race.of(8, hand -> {
            calls.callDue(1_000);
            return hand;
        });
        assertThat(standings.kept(deal.id())).isEqualTo(3);
        clock.move(Duration.ofMinutes(6));
        Race.of(8, hand -> {
            calls.callDue(1_000);
            return hand;
        });
        assertThat(standings.kept(deal.id())).isEqualTo(3);
    }

    /** The control: whoever calls before others have written whom they call sees the same pieces. */
    @Test
    void withoutTheLockOfTheDealManyAtOnceCallMoreThanThereArePieces() {
        var deal = deal(3);
        Stream.generate(this::resident).limit(12).toList().forEach(person -> line.join(person, deal.id(), 1));
        clock.set(deal.opensAt());
        calls.callDue(1_000);
        var careless = careless(new CyclicBarrier(8));
        var transactions = new TransactionTemplate(town.getBean(PlatformTransactionManager.class));
        transactions.executeWithoutResult(_ -> {
            town.getBean(DealRows.class).lock(deal.id()); // the job that calls waits meanwhile
            missed(deal);
            Race.of(8, hand -> {
                transactions.executeWithoutResult(_ -> careless.call(deal.id()));
                return hand;
            });
        });
        assertThat(standings.kept(deal.id())).isEqualTo(9);
    }

    private static void missed(Deal deal) {
        TestTown.jdbc()
                .sql("update deal.standing set state = 'MISSED' where deal_id = ? and state = 'CALLED'")
                .param(deal.id().value())
                .update();
    }

    /** All have seen what is free before the first of them calls; then they call one after another. */
    private DealCalls careless(CyclicBarrier together) {
        var turn = new ReentrantLock();
        var slow = new Standings(town.getBean(JdbcClient.class)) {
            @Override
            List<Standing> call(DealId deal, int pieces, Instant until) {
                meet(together);
                turn.lock();
                TransactionSynchronizationManager.registerSynchronization(new TransactionSynchronization() {
                    @Override
                    public void afterCompletion(int status) {
                        turn.unlock();
                    }
                });
                return super.call(deal, pieces, until);
            }
        };
        return new DealCalls(
                unlocked(),
                slow,
                town.getBean(RationBook.class),
                offers,
                town.getBean(Places.class),
                town.getBean(Notices.class),
                town.getBean(EventLog.class),
                town,
                town.getBean(Atomically.class),
                clock,
                5);
    }

    private static void meet(CyclicBarrier together) {
        try {
            together.await(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aPieceThatIsKeptForWhoIsBeingCalledIsHeldByNobodyElse() throws InterruptedException {
        assertThat(calledWhileSomebodyHolds(true)).isEqualTo(1);
    }

    @Test
    void withoutTheLockOfTheDealTheTestSeesOnePieceForTwo() throws InterruptedException {
        assertThat(calledWhileSomebodyHolds(false)).isEqualTo(2);
    }

    /** How many pieces are held or kept of a deal of one, if somebody comes to the line while another holds. */
    private int calledWhileSomebodyHolds(boolean locked) throws InterruptedException {
        var deal = deal(1);
        clock.set(deal.opensAt());
        calls.callDue(1_000);
        var rations = town.getBean(RationBook.class);
        var sales = new DealSales(locked ? town.getBean(DealRows.class) : unlocked(), standings, rations, calls, clock);
        var comes = resident();
        var joins = Thread.ofVirtual().unstarted(() -> line.join(comes, deal.id(), 1));
        var order = house.order();
        var person = UUID.randomUUID();
        done(town.getBean(Atomically.class).run(() -> {
            assertThat(sales.admit(List.of(new DealSales.Wanting(order, deal, person, 1)), true)
                            .refused())
                    .isEmpty();
            joins.start();
            join(joins);
            return town.getBean(Bookings.class)
                    .hold(List.of(new HoldRequest(
                            order,
                            1,
                            offers.get(deal.offer()),
                            Wish.at(DAY, 1),
                            clock.instant().plus(Duration.ofMinutes(10)),
                            null,
                            sales.ration(deal.id().value(), person))));
        }));
        joins.join();
        return rations.of(deal.id().value(), person) + standings.kept(deal.id());
    }

    private DealRows unlocked() {
        return new DealRows(town.getBean(JdbcClient.class)) {
            @Override
            List<Deal> lock(Collection<DealId> ids, String waiting) {
                return ids.stream().map(this::find).flatMap(Optional::stream).toList();
            }
        };
    }

    private static void join(Thread thread) {
        try {
            thread.join(1_000);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Deal deal(int stock) {
        clock.set(TestClock.START);
        var lunch = done(offers.write(house.setMenu(500)));
        var opens = TestClock.START.plus(Duration.ofHours(1));
        return done(desk.make(
                owner(),
                new NewDeal(
                        lunch.id(), Money.of(3_400, "CNY"), opens, opens.plus(Duration.ofHours(9)), stock, 1, null)));
    }

    private static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }

    private Actor resident() {
        var person = new PersonId(TestPeople.resident(house.region()).id());
        return new Actor(person, "Lin", house.region(), Locale.CHINA, List.of());
    }

    private Actor owner() {
        return new Actor(
                new PersonId(TestPeople.merchantOf(house).id()),
                "Mo",
                house.region(),
                Locale.ENGLISH,
                List.of(new Grant(
                        Role.MERCHANT, house.region(), house.merchant().value(), null)));
    }
}
