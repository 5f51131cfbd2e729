package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.townloop.base.region.Regions;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.offer.OfferId;

/**
 * Judges candidates by what the index does not decide: the exact distance, free time, reputation, and the conditions that
 * are facets. A candidate that fails one facet's condition only is kept for the counts of that facet.
 */
class Sieve {

    /** @param missed the conditions of one facet that it fails; none if it is a hit */
    record Sifted(Candidate candidate, List<Dimension> missed) {

        boolean isHit() {
            return missed.isEmpty();
        }
    }

    private final Query query;
    private final List<Dimension> dimensions;
    private final Availability availability;
    private final ReputationSource reputations;

    Sieve(Query query, Regions regions, Availability availability, ReputationSource reputations) {
        this.query = query;
        this.dimensions = dimensions(query, regions);
        this.availability = availability;
        this.reputations = reputations;
    }

    List<Sifted> sift(List<Candidate> candidates) {
        var sifted = new ArrayList<Sifted>();
        for (var candidate : candidates) {
            if (isNearEnough(candidate) && isRatedEnough(candidate)) {
                var missed = dimensions.stream()
                        .filter(dimension -> !dimension.accepts().test(candidate))
                        .toList();
                if (areOfOneFacet(missed)) {
                    sifted.add(new Sifted(candidate, missed));
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
        if (!candidate.bookable()) {
            return candidate.sourceRating() >= min;
        }
        var reputation = reputations.all().get(candidate.id());
        return reputation != null && reputation.mean() >= min;
    }

    private static boolean areOfOneFacet(List<Dimension> missed) {
        return missed.stream().map(Dimension::group).distinct().limit(2).count() < 2;
    }

    private static List<Dimension> dimensions(Query query, Regions regions) {
        var dimensions = new ArrayList<Dimension>();
        if (!query.trades().isEmpty()) {
            dimensions.add(Dimension.trades(query.trades()));
        }
        if (!query.districts().isEmpty()) {
            dimensions.add(Dimension.districts(query.districts().stream()
                    .flatMap(district -> regions.within(district).stream())
                    .collect(Collectors.toSet())));
        }
        if (query.priceMinMinor() != null
                || query.priceMaxMinor() != null
                || !query.prices().isEmpty()) {
            dimensions.add(Dimension.price(query));
        }
        query.attributes()
                .forEach((name, filters) -> dimensions.add(Dimension.attribute(AttributeName.of(name), filters)));
        return dimensions;
    }
}
