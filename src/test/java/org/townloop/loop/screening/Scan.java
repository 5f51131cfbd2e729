package org.townloop.loop.screening;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Predicate;
import org.townloop.base.region.Regions;
import org.townloop.supply.booking.Availability;
import org.townloop.supply.merchant.OpeningHours;
import org.townloop.supply.merchant.TimeSpan;
import org.townloop.supply.offer.Offer;

/** The plain answer to a query: every row is looked at, condition by condition, without an index. */
class Scan {

    private final Map<List<Object>, Double> starts = new HashMap<>();
    private final ScannedMeaning meaning = new ScannedMeaning();
    private Query lastQuery = Query.ALL;
    private Wanted lastWanted = Wanted.in("");
    private final List<ScannedRow> rows;
    private final Availability availability;
    private final ReputationSource reputations;
    private final Instant now;
    private final Regions regions;
    private final OpeningHours hours;

    Scan(
            List<ScannedRow> rows,
            Availability availability,
            ReputationSource reputations,
            Instant now,
            Regions regions,
            OpeningHours hours) {
        this.rows = rows;
        this.availability = availability;
        this.reputations = reputations;
        this.now = now;
        this.regions = regions;
        this.hours = hours;
    }

    /** All that fit, in their order. */
    List<UUID> ids(Query asked) {
        var query = meaning.of(asked);
        var conditions = conditions(query);
        return rows.stream()
                .filter(row -> base(query, row) && conditions.values().stream().allMatch(each -> each.test(row)))
                .sorted(order(query))
                .map(ScannedRow::id)
                .toList();
    }

    /** The counts of a facet over the values that a row has of it. */
    Map<String, Integer> facet(Query asked, String facet) {
        var query = meaning.of(asked);
        var conditions = conditions(query);
        conditions.keySet().removeIf(condition -> ScannedFacet.leavesOut(facet, condition));
        var counts = new TreeMap<String, Integer>();
        for (var row : rows) {
            if (base(query, row) && conditions.values().stream().allMatch(each -> each.test(row))) {
                ScannedFacet.values(row, facet, regions).forEach(value -> counts.merge(value, 1, Integer::sum));
            }
        }
        return counts;
    }

    private Map<String, Predicate<ScannedRow>> conditions(Query query) {
        var conditions = new HashMap<String, Predicate<ScannedRow>>();
        if (!query.trades().isEmpty()) {
            conditions.put("trade", row -> query.trades().contains(row.trade()));
        }
        var min = query.priceMinMinor();
        var max = query.priceMaxMinor();
        if (min != null || max != null) {
            conditions.put(
                    "price",
                    row -> row.price() != null
                            && (min == null || row.price() >= min)
                            && (max == null || row.price() <= max));
        }
        if (!query.prices().isEmpty()) {
            conditions.merge(
                    "price",
                    row -> row.price() != null
                            && query.prices().stream()
                                    .anyMatch(range -> row.price() >= range.minMinor()
                                            && (range.maxMinor() == null || row.price() <= range.maxMinor())),
                    Predicate::and);
        }
        if (!query.districts().isEmpty()) {
            conditions.put(
                    "district",
                    row -> query.districts().stream()
                            .anyMatch(district -> regions.within(district)
                                    .contains(row.place().region())));
        }
        query.attributes()
                .forEach((name, filters) -> conditions.put(
                        "attr." + name, row -> filters.stream().allMatch(filter -> row.has(name, filter))));
        return conditions;
    }

    /** What nothing in the region says may be spelled nearly so. */
    private Wanted wanted(Query query) {
        if (!query.equals(lastQuery)) {
            lastQuery = query;
            lastWanted = meaning.wanted(query, rows, region(query));
        }
        return lastWanted;
    }

    private Predicate<ScannedRow> region(Query query) {
        var region = query.region();
        return row ->
                region == null || regions.within(region).contains(row.place().region());
    }

    private boolean base(Query query, ScannedRow row) {
        var near = query.near();
        var open = query.open();
        var offer = row.offer();
        return region(query).test(row)
                && (query.place() == null || query.place().equals(row.place().id()))
                && row.text().score(wanted(query)) >= 0
                && (near == null
                        || query.withinMetres() == null
                        || (row.place().point() != null
                                && near.metresTo(row.place().point()) <= query.withinMetres()))
                && (query.ratingMin() == null || mean(row) >= query.ratingMin())
                && (open == null
                        || (offer != null
                                && (offer.isWalkIn()
                                        ? canCome(offer, open)
                                        : availability.slots(offer, open.start(), open.end()).stream()
                                                .anyMatch(slot -> !slot.end().isAfter(open.end())))));
    }

    /** Whether at some five minutes of the span the place is open long enough, on a day that is not full or blocked. */
    private boolean canCome(Offer offer, TimeSpan span) {
        var zone = regions.get(offer.region()).zone();
        var opened = hours.spans(List.of(offer.place()), span.start(), span.end())
                .getOrDefault(offer.place().value(), List.of());
        var step = Duration.ofMinutes(5);
        for (var coming = span.start();
                !coming.plus(offer.duration()).isAfter(span.end());
                coming = coming.plus(step)) {
            var meal = TimeSpan.of(coming, offer.duration());
            var day = coming.atZone(zone).toLocalDate().atStartOfDay(zone).toInstant();
            if (coming.isAfter(now)
                    && opened.stream().anyMatch(each -> each.contains(meal))
                    && availability.slots(offer, day, day.plus(Duration.ofDays(1))).stream()
                            .anyMatch(slot -> slot.start().equals(day))) {
                return true;
            }
        }
        return false;
    }

    private Comparator<ScannedRow> order(Query query) {
        Comparator<ScannedRow> order = switch (query.sort()) {
            case BEST -> Comparator.comparingDouble(row -> -best(query, row));
            case NEAR -> Comparator.comparingDouble(row -> metres(query, row));
            case PRICE ->
                Comparator.comparingDouble(row -> row.price() == null ? Double.POSITIVE_INFINITY : row.price());
            case RATING -> Comparator.comparingDouble(row -> row.offer() == null ? -row.sourceRating() : -lower(row));
            case SOONEST -> Comparator.comparingDouble(row -> first(query, row, 60));
        };
        return Comparator.comparing((ScannedRow row) -> row.offer() == null)
                .thenComparing(order)
                .thenComparingDouble(row -> row.offer() == null ? -row.text().score(wanted(query)) : -lower(row))
                .thenComparing(ScannedRow::id);
    }

    private double best(Query query, ScannedRow row) {
        var near = query.near() == null || row.place().point() == null ? 0 : 1 / (1 + metres(query, row) / 1_000);
        var start = first(query, row, 14);
        var soon = Double.isInfinite(start)
                ? 0
                : 1 / (1 + Math.max(0, start - from(query).getEpochSecond()) / 86_400);
        var praise = row.offer() == null ? 0 : (lower(row) - 1) / 4;
        return 4 * row.text().score(wanted(query)) + 2 * near + 3 * praise + soon;
    }

    private double first(Query query, ScannedRow row, int days) {
        var offer = row.offer();
        if (offer == null) {
            return Double.POSITIVE_INFINITY;
        }
        return starts.computeIfAbsent(
                List.of(offer.id(), from(query), days),
                key -> availability.slots(offer, from(query), from(query).plus(Duration.ofDays(days))).stream()
                        .mapToDouble(slot -> slot.start().getEpochSecond())
                        .min()
                        .orElse(Double.POSITIVE_INFINITY));
    }

    private Instant from(Query query) {
        var open = query.open();
        return open == null ? now : open.start();
    }

    private static double metres(Query query, ScannedRow row) {
        var near = query.near();
        var point = row.place().point();
        return near == null || point == null ? Double.POSITIVE_INFINITY : near.metresTo(point);
    }

    private double mean(ScannedRow row) {
        if (row.offer() == null) {
            return row.sourceRating();
        }
        var reputation = reputations.all().get(row.id());
        return reputation == null ? 0 : reputation.mean();
    }

    private double lower(ScannedRow row) {
        var reputation = reputations.all().get(row.id());
        return reputation == null ? reputations.unrated().lower() : reputation.lower();
    }
}
