package org.townloop.supply.booking;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Reason;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.OfferId;

/**
 * What {@link Bookings#hold} has just refused because nothing is left: the next who asks for the same is told so from
 * memory. A refusal is forgotten as soon as anything changes at the place, and after {@value #MILLIS_GOOD} ms in any case,
 * because a hold may run out without a word.
 */
@Component
public class SoldOut {

    private static final int MILLIS_GOOD = 1000;
    static final int MOST_OF_A_PLACE = 100;
    private static final int MOST_PLACES = 10_000;
    private static final Set<BookingReason> LASTING = EnumSet.of(
            BookingReason.SLOT_TAKEN,
            BookingReason.DAY_FULL,
            BookingReason.TOO_FEW_LEFT,
            BookingReason.PARTY_TOO_LARGE,
            BookingReason.SOLD_OUT,
            BookingReason.DEAL_SOLD_OUT,
            BookingReason.DEAL_TOO_FEW_LEFT);

    private record Wanted(OfferId offer, Wish wish) {}

    private record Known(Refusal refusal, Instant until) {}

    private final Kept<PlaceId, Here> places = new Kept<>(MOST_PLACES);
    private final Clock clock;

    SoldOut(Clock clock) {
        this.clock = clock;
    }

    /** What is known of a place at this moment; to be asked for before the calendar is. */
    public Here at(PlaceId place) {
        var here = places.get(Set.of(place), each -> true, missing -> Map.of(place, new Here()));
        return here.getOrDefault(place, new Here());
    }

    void forget(PlaceId place) {
        places.forget(place);
    }

    void forgetAll() {
        places.forgetAll();
    }

    /** What is noted after something has changed is lost with the page it is noted on. */
    public final class Here {

        private final Map<Wanted, Known> refusals = new ConcurrentHashMap<>();

        private Here() {}

        public Optional<Refusal> refusal(OfferId offer, Wish wish) {
            return Optional.ofNullable(refusals.get(new Wanted(offer, wish)))
                    .filter(known -> clock.instant().isBefore(known.until()))
                    .map(Known::refusal);
        }

        /** Refusals for other reasons are not kept: they depend on more than on the place. */
        public void note(OfferId offer, Wish wish, Refusal refusal) {
            if (isLasting(refusal.reason()) && wish.site() == null && isRoom()) {
                var until = clock.instant().plus(Duration.ofMillis(MILLIS_GOOD));
                refusals.put(new Wanted(offer, wish), new Known(refusal, until));
            }
        }

        /** What has run out makes room. */
        private boolean isRoom() {
            if (refusals.size() >= MOST_OF_A_PLACE) {
                var now = clock.instant();
                refusals.values().removeIf(known -> !now.isBefore(known.until()));
            }
            return refusals.size() < MOST_OF_A_PLACE;
        }
    }

    private static boolean isLasting(Reason reason) {
        return reason instanceof BookingReason known && LASTING.contains(known);
    }
}
