package org.townloop.supply.booking;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.StaffId;
import org.townloop.supply.offer.NewOffer;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Books for tests: each act in a transaction of its own. */
record Counter(Bookings bookings, Atomically atomically, Clock clock, Way way) {

    /** How it is held. */
    interface Way {
        Outcome<List<Claimed>> hold(List<HoldRequest> requests);
    }

    /** Each in a transaction of its own. */
    Counter(Bookings bookings, Atomically atomically, Clock clock) {
        this(bookings, atomically, clock, apart(bookings, atomically));
    }

    static Way apart(Bookings bookings, Atomically atomically) {
        return requests -> atomically.run(() -> bookings.hold(requests));
    }

    static final Duration HOLD = Duration.ofMinutes(10);

    static Offer offered(Offers offers, NewOffer offer) {
        return done(offers.write(offer));
    }

    HoldRequest request(UUID order, int line, Offer offer, Instant start, int quantity) {
        return new HoldRequest(
                order, line, offer, Wish.at(start, quantity), clock.instant().plus(HOLD));
    }

    HoldRequest request(UUID order, Offer offer, Wish wish) {
        return new HoldRequest(order, 0, offer, wish, clock.instant().plus(HOLD));
    }

    Outcome<List<Claimed>> move(HoldRequest request) {
        return atomically.run(() -> bookings.move(List.of(request)));
    }

    Outcome<List<Claimed>> hold(List<HoldRequest> requests) {
        return way.hold(requests);
    }

    Outcome<List<Claimed>> hold(UUID order, Offer offer, Instant start, int quantity) {
        return hold(List.of(request(order, 0, offer, start, quantity)));
    }

    List<Claimed> held(UUID order, Offer offer, Instant start, int quantity) {
        return done(hold(order, offer, start, quantity));
    }

    Refusal refused(Reason reason, String field, UUID order, Offer offer, Instant start, int quantity) {
        return switch (hold(order, offer, start, quantity)) {
            case Outcome.Done<?> done -> throw new AssertionError(done);
            case Outcome.Refused<?>(var refusal) -> {
                assertThat(refusal.reason()).isEqualTo(reason);
                assertThat(refusal.field()).isEqualTo(field);
                yield refusal;
            }
        };
    }

    boolean confirm(UUID order) {
        return done(atomically.run(() -> Outcome.done(bookings.confirm(order))));
    }

    boolean reclaim(HoldRequest request) {
        return done(atomically.run(() -> Outcome.done(bookings.reclaim(List.of(request)))));
    }

    void release(UUID order) {
        release(List.of(order));
    }

    void release(List<UUID> orders) {
        done(atomically.run(() -> {
            bookings.release(orders);
            return Outcome.done(orders);
        }));
    }

    NewOffer by(NewOffer offer, StaffId person) {
        return changed(offer, offer.duration(), offer.bufferBefore(), offer.bufferAfter(), Set.of(person));
    }

    NewOffer buffered(NewOffer offer, Duration before, Duration after) {
        return changed(offer, offer.duration(), before, after, offer.staff());
    }

    static NewOffer changed(NewOffer offer, Duration duration, Duration before, Duration after, Set<StaffId> staff) {
        return new NewOffer(
                null,
                offer.place(),
                offer.pack(),
                offer.title(),
                offer.description(),
                offer.price(),
                duration,
                before,
                after,
                offer.resourceKind(),
                offer.attributes(),
                staff,
                true);
    }

    static Offer withdrawn(Offer offer) {
        return new Offer(
                offer.id(),
                offer.version(),
                offer.region(),
                offer.place(),
                offer.merchant(),
                offer.pack(),
                offer.packVersion(),
                offer.title(),
                offer.description(),
                offer.price(),
                offer.duration(),
                offer.bufferBefore(),
                offer.bufferAfter(),
                offer.resourceKind(),
                offer.attributes(),
                offer.staff(),
                offer.mode(),
                offer.arrangement(),
                offer.menu(),
                offer.deposit(),
                offer.atShop(),
                false);
    }

    /** The next version of an offer. */
    static NewOffer again(Offer offer, NewOffer next) {
        return new NewOffer(
                offer.id(),
                next.place(),
                next.pack(),
                next.title(),
                next.description(),
                next.price(),
                next.duration(),
                next.bufferBefore(),
                next.bufferAfter(),
                next.resourceKind(),
                next.attributes(),
                next.staff(),
                next.mode(),
                next.arrangement(),
                next.menu(),
                next.active());
    }

    static <T> T done(Outcome<T> outcome) {
        return switch (outcome) {
            case Outcome.Done<T>(var value) -> value;
            case Outcome.Refused<T>(var refusal) -> throw new AssertionError(refusal);
        };
    }
}
