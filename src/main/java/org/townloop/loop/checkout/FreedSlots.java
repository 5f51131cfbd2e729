package org.townloop.loop.checkout;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Atomically;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Turns;
import org.townloop.base.notice.NewNotice;
import org.townloop.base.notice.Notice;
import org.townloop.base.notice.Notices;
import org.townloop.base.notice.QuietHours;
import org.townloop.base.region.Regions;
import org.townloop.loop.ordering.Order;
import org.townloop.loop.ordering.OrderState;
import org.townloop.loop.ordering.Pays;
import org.townloop.loop.ordering.Wait;
import org.townloop.loop.ordering.WaitState;
import org.townloop.loop.ordering.Waits;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.booking.Slot;
import org.townloop.supply.merchant.Places;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.Offers;

/** Holds what has become free for whoever waits for it longest, and tells them. */
@Component
public class FreedSlots {

    private static final Logger LOG = LoggerFactory.getLogger(FreedSlots.class);
    private static final Duration SOON = Duration.ofSeconds(5);
    private static final Duration NOW_AND_THEN = Duration.ofMinutes(15);
    /** Nobody can read it, pay and come sooner. */
    private static final Duration LEAST_LEAD = Duration.ofMinutes(15);
    /** What begins so soon after the quiet hours is told in them. */
    private static final Duration NEAR = Duration.ofHours(1);

    private static final int TRIES = 3;

    private final Waits waits;
    private final Offers offers;
    private final Places places;
    private final Availability availability;
    private final Holds holds;
    private final Notices notices;
    private final Regions regions;
    private final Turns turns;
    private final Atomically atomically;
    private final Clock clock;
    private final Duration kept;

    FreedSlots(
            Waits waits,
            Offers offers,
            Places places,
            Availability availability,
            Holds holds,
            Notices notices,
            Regions regions,
            Turns turns,
            Atomically atomically,
            Clock clock,
            @Value("${townloop.waiting.minutes}") int minutes) {
        this.waits = waits;
        this.offers = offers;
        this.places = places;
        this.availability = availability;
        this.holds = holds;
        this.notices = notices;
        this.regions = regions;
        this.turns = turns;
        this.atomically = atomically;
        this.clock = clock;
        this.kept = Duration.ofMinutes(Math.max(minutes, 10));
    }

    /**
     * Looks for those at whose places something has changed.
     *
     * @return for how many
     */
    public int offerDue(int limit) {
        waits.end(clock.instant());
        var due = waits.due(clock.instant(), limit);
        due.forEach(this::offerOne);
        return due.size();
    }

    /** One that fails is tried again later, and keeps no other back. */
    private void offerOne(Wait wait) {
        try {
            var offer = offers.get(wait.offer());
            var isOffered = offer.active() && fitting(offer, wait).stream().anyMatch(slot -> isOffered(wait, slot));
            if (!isOffered) {
                waits.lookAgain(wait, clock.instant().plus(wait.looks() > 0 ? SOON : NOW_AND_THEN));
            }
        } catch (RuntimeException e) {
            LOG.warn("nothing can be offered to wish {} yet: {}", wait.id(), e.toString());
            waits.lookAgain(wait, clock.instant().plus(NOW_AND_THEN));
        }
    }

    /** At night only what is near: the rest is looked for again in a quarter of an hour, until it is morning. */
    private List<Slot> fitting(Offer offer, Wait wait) {
        var now = clock.instant();
        var soonest = now.plus(LEAST_LEAD);
        var morning = QuietHours.USUAL.endOrNow(now, regions.get(offer.region()).zone());
        var latest = morning.equals(now) ? Instant.MAX : morning.plus(NEAR);
        return availability.slots(offer, wait.from().isAfter(soonest) ? wait.from() : soonest, wait.to()).stream()
                .filter(slot -> slot.left() >= wait.quantity() && slot.start().isBefore(latest))
                .limit(TRIES)
                .toList();
    }

    private boolean isOffered(Wait wait, Slot slot) {
        return atomically.run(() -> offer(wait, slot)) instanceof Outcome.Done;
    }

    /** Done also if somebody else has offered them something, or they have left. */
    private Outcome<Wait> offer(Wait seen, Slot slot) {
        turns.take("waits-at", seen.place().value());
        var wait = waits.lock(seen.offer().region(), seen.id()).orElse(seen);
        if (wait.state() != WaitState.WAITING) {
            return Outcome.done(wait);
        }
        var buyer = new Buyer(wait.resident(), Pays.ESCROW, kept, false);
        var wish = new HoldOrder(wait.offer(), slot.start(), wait.quantity(), Map.of());
        return holds.hold(buyer, wish, slot.start()).map(order -> {
            if (!waits.offered(wait, order.id())) {
                throw new IllegalStateException("offered meanwhile although it was locked: " + wait.id());
            }
            notices.tell(List.of(told(order)));
            return wait;
        });
    }

    private NewNotice told(Order order) {
        var facts = new HashMap<String, Object>();
        facts.put("freed", true);
        facts.put("booked", order.state() == OrderState.PAID);
        facts.put("title", order.first().title());
        facts.put("place", places.get(order.place()).name());
        facts.put("totalMinor", order.total().minor());
        facts.put("balanceMinor", order.balance().minor());
        facts.put("currency", order.total().currency().getCurrencyCode());
        facts.put("startsAt", String.valueOf(order.startsAt()));
        facts.put("until", order.holdExpiresAt().toString());
        return new NewNotice(order.resident(), Notice.Kind.REMINDER, order.id().value(), facts, "freed");
    }
}
