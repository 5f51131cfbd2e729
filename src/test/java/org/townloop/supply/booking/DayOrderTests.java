package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedCollection;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.context.ApplicationContext;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;
import org.townloop.TestClock;
import org.townloop.TestTown;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestGrocer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** A basket that has run out has days of two articles: who wants one of them, and who frees both, are in no knot. */
@SupplyTest
class DayOrderTests {

    private static final Instant FRIDAY_AT_TEN = Instant.parse("2026-11-27T02:00:00Z");

    private final Bookings bookings;
    private final ApplicationContext town;
    private final Atomically atomically;
    private final Offers offers;
    private final TestClock clock;
    private final TransactionTemplate once;
    private final TestGrocer grocer = TestGrocer.with(10);

    DayOrderTests(
            Bookings bookings,
            ApplicationContext town,
            Atomically atomically,
            Offers offers,
            TestClock clock,
            PlatformTransactionManager transactions) {
        this.bookings = bookings;
        this.town = town;
        this.atomically = atomically;
        this.offers = offers;
        this.clock = clock;
        this.once = new TransactionTemplate(transactions);
    }

    @BeforeEach
    void thursdayMorning() {
        clock.set(TestClock.START);
    }

    @Test
    void whoFreesAndWhoTakesLockTheDaysInOneOrder() throws InterruptedException {
        var articles = new ArrayList<>(List.of(
                Counter.offered(offers, grocer.article("Bread", 900, 4)),
                Counter.offered(offers, grocer.article("Rolls", 200, 4))));
        articles.sort((one, other) -> one.id().value().compareTo(other.id().value()));
        var counter = new Counter(bookings, atomically, clock);
        var runOut = grocer.house().order();
        Counter.done(counter.hold(List.of(
                counter.request(runOut, 1, articles.getFirst(), FRIDAY_AT_TEN, 1),
                counter.request(runOut, 2, articles.getLast(), FRIDAY_AT_TEN, 1))));
        clock.move(Duration.ofMinutes(11));

        var freed = new CompletableFuture<Boolean>();
        var taken = taking(
                counter,
                articles.getLast(),
                () -> Thread.ofVirtual().start(() -> {
                    try {
                        once.executeWithoutResult(status -> bookings.release(List.of(runOut)));
                        freed.complete(true);
                    } catch (RuntimeException e) {
                        freed.completeExceptionally(e);
                    }
                }));
        assertThat(taken).isTrue();
        assertThat(freed).succeedsWithin(Duration.ofSeconds(20));
        assertThat(units(articles.getFirst())).isZero();
        assertThat(units(articles.getLast())).isOne();
    }

    /** In one attempt: when it has locked, the other one goes as far as they get. */
    private boolean taking(Counter counter, Offer wanted, Runnable other) {
        var days = new DayClaims(TestTown.jdbc()) {
            @Override
            Map<OfferDay, Integer> lock(SequencedCollection<OfferDay> wanted) {
                var locked = super.lock(wanted);
                other.run();
                pause();
                return locked;
            }
        };
        var through = OtherBookings.of(town).with(new DayBookings(days)).bookings();
        var request = counter.request(grocer.house().order(), 1, wanted, FRIDAY_AT_TEN, 1);
        return Boolean.TRUE.equals(once.execute(status -> through.hold(List.of(request)) instanceof Outcome.Done));
    }

    private static void pause() {
        try {
            new CompletableFuture<Void>().get(500, TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return; // as meant
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static int units(Offer article) {
        return TestTown.jdbc()
                .sql("select taken from booking.day_capacity where offer_id = ?")
                .param(article.id().value())
                .query(Integer.class)
                .single();
    }
}
