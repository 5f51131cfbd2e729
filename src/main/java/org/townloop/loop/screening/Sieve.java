package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.offer.OfferId;

/**
 * Judges candidates by what the index does not decide: the exact distance, free time, reputation, and the conditions that
 * are facets. A candidate that fails one facet's condition only is kept for the counts of that facet.
 */
class Sieve {

    /** @param missed the one dimension that it fails, or null if it is a hit */
    record Sifted(Candidate candidate, @Nullable Dimension missed) {

        boolean isHit() {
            return missed == null;
        }
    }

    private final Query query;
    private final List<Dimension> dimensions;
    private final Availability availability;
    private final ReputationSource reputations;

    Sieve(Query query, Availability availability, ReputationSource reputations) {
        this.query = query;
        this.dimensions = dimensions(query);
        this.availability = availability;
        this.reputations = reputations;
    }

    List<Sifted> sift(List<Candidate> candidates) {
        var sifted = new ArrayList<Sifted>();
        for (var candidate : candidates) {
            if (isNearEnough(candidate) && isRatedEnough(candidate)) {
                var missed = dimensions.stream()
                        .filter(dimension -> !dimension.accepts().test(candidate))
                        .limit(2)
                        .toList();
                if (missed.size() < 2) {
                    sifted.add(new Sifted(candidate, missed.isEmpty() ? null : missed.getFirst()));
                }
            }
        }
        return query.open() == null ? sifted : free(sifted);
    }

    private List<Sifted> free(List<Sifted> sifted) {
        var open = query.open();
        if (open == null) {
            return sifted;
        }
        var offers = sifted.stream()
                .map(Sifted::candidate)
                .filter(Candidate::bookable)
                .map(Candidate::offer)
                .toList();
        Set<OfferId> free = availability.freeAt(offers, open.start(), open.end());
        return sifted.stream()
                .filter(each -> each.candidate().bookable()
                        && free.contains(each.candidate().offer()))
                .collect(Collectors.toList());
    }

    private boolean isNearEnough(Candidate candidate) {
        var near = query.near();
        var within = query.withinMetres();
        if (near == null || within == null) {
            return true;
        }
        var point = candidate.point();
        return point != null && near.metresTo(point) <= within;
    }

    private boolean isRatedEnough(Candidate candidate) {
        var min = query.ratingMin();
        if (min == null) {
            return true;
        }
        var reputation = reputations.all().get(candidate.id());
        return reputation != null && reputation.mean() >= min;
    }

    private static List<Dimension> dimensions(Query query) {
        var dimensions = new ArrayList<Dimension>();
        if (!query.trades().isEmpty()) {
            dimensions.add(Dimension.trades(query.trades()));
        }
        if (query.priceMinMinor() != null || query.priceMaxMinor() != null) {
            dimensions.add(Dimension.price(query.priceMinMinor(), query.priceMaxMinor()));
        }
        query.attributes().forEach((key, filter) -> dimensions.add(Dimension.attribute(key, filter)));
        return dimensions;
    }
}
