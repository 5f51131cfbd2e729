package org.townloop.supply.merchant;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.townloop.Race;
import org.townloop.Rounds;
import org.townloop.TestClock;
import org.townloop.base.identity.AuditTrail;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.People;
import org.townloop.base.identity.Roles;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.EventLog;
import org.townloop.base.kernel.Idempotency;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Turns;
import org.townloop.base.region.Regions;
import org.townloop.supply.SupplyTest;
import org.townloop.supply.TestSalon;
import org.townloop.supply.booking.Bookings;
import org.townloop.supply.booking.HoldRequest;
import org.townloop.supply.booking.Wish;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;
import org.townloop.supply.pack.Packs;

/** Who counts before they add, takes turns: with the turn left out, these tests see what it is there to prevent. */
@SupplyTest
class TurnRaceTests {

    private static final int RIVALS = 10;
    private static final int MOST = 5;
    private static final Instant SATURDAY_TEN = Instant.parse("2026-11-28T02:00:00Z");

    private final MerchantRows rows;
    private final Places places;
    private final Packs packs;
    private final Regions regions;
    private final Roles roles;
    private final Gate gate;
    private final AuditTrail audit;
    private final Idempotency idempotency;
    private final Verdicts verdicts;
    private final EventLog events;
    private final Turns turns;
    private final Atomically atomically;
    private final JdbcClient jdbc;
    private final TestClock clock;
    private final PlaceChanges changes;
    private final CrewRows crewRows;
    private final Engagements engagements;
    private final Bookings bookings;
    private final Offers offers;
    private final Signup signup;

    TurnRaceTests(
            MerchantRows rows,
            Places places,
            Packs packs,
            Regions regions,
            Roles roles,
            Gate gate,
            AuditTrail audit,
            Idempotency idempotency,
            Verdicts verdicts,
            EventLog events,
            Turns turns,
            Atomically atomically,
            JdbcClient jdbc,
            TestClock clock,
            PlaceChanges changes,
            CrewRows crewRows,
            Engagements engagements,
            Bookings bookings,
            Offers offers,
            People people) {
        this.rows = rows;
        this.places = places;
        this.packs = packs;
        this.regions = regions;
        this.roles = roles;
        this.gate = gate;
        this.audit = audit;
        this.idempotency = idempotency;
        this.verdicts = verdicts;
        this.events = events;
        this.turns = turns;
        this.atomically = atomically;
        this.jdbc = jdbc;
        this.clock = clock;
        this.changes = changes;
        this.crewRows = crewRows;
        this.engagements = engagements;
        this.bookings = bookings;
        this.offers = offers;
        this.signup = new Signup(people);
        clock.set(TestClock.START);
    }

    @Rounds
    void whoOpensManyAtOnceOpensNoMoreThanTheyMay() {
        assertThat(opened(turns)).isEqualTo(MOST);
    }

    @Test
    void withoutTheTurnTheTestSeesTooManyOpened() {
        assertThat(opened(nobodysTurn())).isGreaterThan(MOST);
    }

    @Rounds
    void whoLeavesWhileSomebodyBooksThemWaitsOrIsWaitedFor() {
        assertThat(leavingWhileBooked(true)).isEqualTo(1);
    }

    @Test
    void withoutKeepingStillTheTestSeesABookingOfSomebodyWhoHasLeft() {
        assertThat(leavingWhileBooked(false)).isEqualTo(2);
    }

    private int opened(Turns taken) {
        var through = new Merchants(
                rows,
                places,
                packs,
                regions,
                roles,
                gate,
                audit,
                idempotency,
                verdicts,
                events,
                taken,
                atomically,
                Clock.systemUTC());
        var person = signup.somebody();
        var done = new AtomicInteger();
        Race.of(
                RIVALS,
                hand -> through.open(person, "key-" + hand, Signup.hairdressers()) instanceof Outcome.Done<?>
                        ? done.incrementAndGet()
                        : 0);
        return done.get();
    }

    /** All are let in together: each counts before any has added. */
    private Turns nobodysTurn() {
        var all = new CountDownLatch(RIVALS);
        return new Turns(jdbc) {
            @Override
            public void take(String kind, UUID whose) {
                all.countDown();
                try {
                    all.await(10, TimeUnit.SECONDS);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
            }
        };
    }

    /** Somebody books between the look and the leave; how many of the two came about. */
    private int leavingWhileBooked(boolean keepsStill) {
        var salon = TestSalon.with(1, 1);
        var haircut = Signup.done(offers.write(salon.haircut()));
        var booking = new CompletableFuture<Boolean>();
        var looked = new Engagements() {
            @Override
            public void keepStill(PlaceId place) {
                if (keepsStill) {
                    engagements.keepStill(place);
                }
            }

            @Override
            public List<Engagement> after(PlaceId place, Instant now) {
                var booked = engagements.after(place, now);
                Thread.ofVirtual().start(() -> booking.complete(holds(salon, haircut)));
                booking.completeOnTimeout(false, keepsStill ? 300 : 10_000, TimeUnit.MILLISECONDS);
                booking.copy().join();
                return booked;
            }

            @Override
            public List<Engagement> outside(PlaceId place, Instant now) {
                return engagements.outside(place, now);
            }

            @Override
            public List<Engagement> lotsAfter(PlaceId place, Instant now) {
                return engagements.lotsAfter(place, now);
            }
        };
        var departures = new Departures(changes, looked, jdbc, clock);
        var crew = new Crew(changes, crewRows, departures, atomically, clock);
        var left = crew.remove(signup.runs(salon), salon.place(), salon.staff().getFirst()) instanceof Outcome.Done<?>;
        return (left ? 1 : 0) + (booking.join() ? 1 : 0);
    }

    private boolean holds(TestSalon salon, Offer offer) {
        var request = new HoldRequest(
                salon.order(),
                0,
                offer,
                Wish.at(SATURDAY_TEN, 1),
                clock.instant().plusSeconds(600));
        return atomically.run(() -> bookings.hold(List.of(request))) instanceof Outcome.Done<?>;
    }
}
