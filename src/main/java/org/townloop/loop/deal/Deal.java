package org.townloop.loop.deal;

import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Refusal;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;

/**
 * For a while so many pieces of an offer are sold at a lower price.
 *
 * @param price of one piece
 * @param closesAt from when on nothing is sold at it any more
 * @param stock how many pieces there are in all
 * @param each how many one person may have
 * @param least how many must be paid when it closes, or all of it is called off; null for however few
 * @param seedHash SHA-256 of the seed of the draw, as 64 hexadecimal digits
 * @param seed of the draw; null before it
 * @param sold how many pieces were paid when it closed; null before
 */
public record Deal(
        DealId id,
        OfferId offer,
        PlaceId place,
        Money price,
        Instant opensAt,
        Instant closesAt,
        int stock,
        int each,
        @Nullable Integer least,
        DealState state,
        String seedHash,
        @Nullable String seed,
        @Nullable Integer sold) {

    /** Whether the offer is sold at it then. */
    public boolean isOpenAt(Instant now) {
        return state.isAhead() && !now.isBefore(opensAt) && now.isBefore(closesAt);
    }

    /** Whether it is going to be, or is, open. */
    public boolean isAheadAt(Instant now) {
        return state.isAhead() && now.isBefore(closesAt);
    }

    /** Why it cannot begin then: what needs enough buyers is had once it is known that there are. */
    public Optional<Refusal> tooEarly(Instant start) {
        return least != null && start.isBefore(closesAt)
                ? Optional.of(Refusal.of(DealReason.DEAL_DAYS_LATER, "slotStart", Map.of("from", closesAt.toString())))
                : Optional.empty();
    }

    /** The offer at the price of the deal, or at its own once that is lower. */
    public Offer applied(Offer as) {
        return as.price().minor() <= price.minor() ? as : as.at(price);
    }
}
