package org.townloop.loop.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.offer.OfferId;

/**
 * Gives each hit its place. The score of {@code best}, the higher the better, is
 * <pre>  4 · text + 2 / (1 + km) + 3 · (lower − 1) / 4 + 1 / (1 + days until the next start)</pre>
 * where text is what the words found are worth, 0 to 1.75; km counts only if there is a point to be near to; lower is the
 * bound of the reputation; a start counts within 14 days. What a hit does not have adds nothing.
 */
class Ranking {

    static final double TEXT = 4;
    static final double DISTANCE = 2;
    static final double REPUTATION = 3;
    static final double SOON = 1;

    /** How far ahead a start makes an offer better. */
    static final Duration SOON_ENOUGH = Duration.ofDays(14);

    /** How far ahead the soonest are sought: as far as bookings are open. */
    static final Duration FARTHEST = Duration.ofDays(60);

    private final Query query;
    private final Instant from;
    private final ReputationSource reputations;

    /** @param from the moment that waiting is counted from */
    Ranking(Query query, Instant from, ReputationSource reputations) {
        this.query = query;
        this.from = from;
        this.reputations = reputations;
    }

    /** The candidates in their order. */
    TreeMap<Rank, Candidate> of(List<Candidate> hits, Availability availability) {
        var starts = starts(hits, availability);
        var ranked = new TreeMap<Rank, Candidate>();
        for (var hit : hits) {
            ranked.put(rank(hit, starts.getOrDefault(hit.offer(), List.of())), hit);
        }
        return ranked;
    }

    /** The first start of each offer, asked for all at once, if the order depends on it. */
    private Map<OfferId, List<Instant>> starts(List<Candidate> hits, Availability availability) {
        var horizon = switch (query.sort()) {
            case BEST -> SOON_ENOUGH;
            case SOONEST -> FARTHEST;
            case NEAR, PRICE, RATING -> null;
        };
        if (horizon == null) {
            return Map.of();
        }
        var offers =
                hits.stream().filter(Candidate::bookable).map(Candidate::offer).toList();
        return availability.nextSlots(offers, from, from.plus(horizon), 1);
    }

    private Rank rank(Candidate hit, List<Instant> starts) {
        var reputation = reputations.all().getOrDefault(hit.id(), reputations.unrated());
        var first = switch (query.sort()) {
            case BEST -> -score(hit, reputation, starts);
            case NEAR -> metres(hit);
            case PRICE -> hit.priceMinor() == null ? Double.POSITIVE_INFINITY : hit.priceMinor();
            case RATING -> hit.bookable() ? -reputation.lower() : -hit.sourceRating();
            case SOONEST ->
                starts.isEmpty() ? Double.POSITIVE_INFINITY : starts.getFirst().getEpochSecond();
        };
        return new Rank(hit.bookable(), first, hit.bookable() ? -reputation.lower() : -hit.textScore(), hit.id());
    }

    private double score(Candidate hit, Reputation reputation, List<Instant> starts) {
        var near = query.near() == null || hit.point() == null ? 0 : 1 / (1 + metres(hit) / 1_000);
        var soon = starts.isEmpty() ? 0 : 1 / (1 + days(starts.getFirst()));
        var praise = hit.bookable() ? (reputation.lower() - 1) / 4 : 0;
        return TEXT * hit.textScore() + DISTANCE * near + REPUTATION * praise + SOON * soon;
    }

    private double days(Instant start) {
        return Math.max(0, Duration.between(from, start).toSeconds()) / 86_400.0;
    }

    private double metres(Candidate hit) {
        var near = query.near();
        var point = hit.point();
        return near == null || point == null ? Double.POSITIVE_INFINITY : near.metresTo(point);
    }
}
