package org.townloop.loop.deal;

import java.time.Clock;
import java.time.Duration;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.RegionId;
import org.townloop.supply.booking.RationBook;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.offer.OfferId;

/** Deals as anybody may see them. */
@Component
public class Deals {

    /**
     * A deal at this moment.
     *
     * @param left pieces that nobody holds or has paid
     * @param paid pieces that are paid
     * @param isOpen whether the offer is sold at it now
     */
    public record Shown(Deal deal, int left, int paid, boolean isOpen) {

        /** Whether so many have paid that it takes place; true if it needs nobody in particular. */
        public boolean isEnough() {
            var least = deal.least();
            return least == null || paid >= least;
        }
    }

    private static final Duration LATELY = Duration.ofDays(62);

    private final DealRows deals;
    private final RationBook rations;
    private final Clock clock;

    Deals(DealRows deals, RationBook rations, Clock clock) {
        this.deals = deals;
        this.rations = rations;
        this.clock = clock;
    }

    /** @throws Absent if there is none */
    public Deal get(DealId id) {
        return Optional.of(id)
                .filter(known -> RegionId.isIn(known.value()))
                .flatMap(deals::find)
                .orElseThrow(() -> new Absent("deal " + id.value()));
    }

    public Shown shown(Deal deal) {
        return Objects.requireNonNull(shown(List.of(deal)).get(deal.id()));
    }

    /** By their ids. */
    public Map<DealId, Shown> shown(Collection<Deal> some) {
        if (some.isEmpty()) {
            return Map.of();
        }
        var now = clock.instant();
        var taken = rations.taken(some.stream().map(deal -> deal.id().value()).toList(), now);
        return some.stream().collect(Collectors.toMap(Deal::id, deal -> {
            var here = taken.getOrDefault(deal.id().value(), RationBook.Taken.NOTHING);
            return new Shown(deal, Math.max(deal.stock() - here.taken(), 0), here.paid(), deal.isOpenAt(now));
        }));
    }

    /** Those that are open, or will be: of each offer the first. */
    public Map<OfferId, Shown> ahead(Collection<OfferId> offers) {
        if (offers.isEmpty()) {
            return Map.of();
        }
        return shown(deals.ahead(offers, clock.instant())).values().stream()
                .collect(Collectors.toMap(shown -> shown.deal().offer(), shown -> shown));
    }

    /** The offer at the price at which it is sold now. */
    public Offer asSold(Offer offer) {
        return Objects.requireNonNull(asSold(Map.of(offer.id(), offer)).get(offer.id()));
    }

    /** The same offers, in their order, at the prices at which they are sold now. */
    public List<Offer> asSold(List<Offer> offers) {
        var sold = asSold(offers.stream().collect(Collectors.toMap(Offer::id, offer -> offer)));
        return offers.stream()
                .map(offer -> Objects.requireNonNull(sold.get(offer.id())))
                .toList();
    }

    /** Offers at the prices at which they are sold now. */
    public Map<OfferId, Offer> asSold(Map<OfferId, Offer> offers) {
        var now = clock.instant();
        var sold = new HashMap<>(offers);
        if (!offers.isEmpty()) {
            deals.ahead(offers.keySet(), now).stream()
                    .filter(deal -> deal.isOpenAt(now))
                    .forEach(deal -> sold.computeIfPresent(deal.offer(), (id, offer) -> deal.applied(offer)));
        }
        return sold;
    }

    /** Offers of which a deal is announced or open, or was in the last days. */
    public Set<OfferId> offersOfLate() {
        return deals.offersSince(clock.instant().minus(LATELY));
    }
}
