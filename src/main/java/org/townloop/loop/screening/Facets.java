package org.townloop.loop.screening;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.loop.screening.Sieve.Sifted;
import org.townloop.supply.pack.Packs;

/** Counts how many there are by trade, price band, district and attribute, each facet without its own condition. */
@Component
class Facets {

    /** A country has thousands of districts; the fullest are shown, and those chosen. */
    static final int MOST_DISTRICTS = 50;

    private final Packs packs;
    private final Regions regions;

    Facets(Packs packs, Regions regions) {
        this.packs = packs;
        this.regions = regions;
    }

    Map<String, List<FacetCount>> of(Query query, List<Sifted> sifted) {
        var facets = new LinkedHashMap<String, List<FacetCount>>();
        facets.put(Dimension.TRADE, trades(query, sifted));
        facets.put(Dimension.PRICE, prices(query, sifted));
        facets.put(Dimension.DISTRICT, districts(query, sifted));
        var tally = new AttributeTally(sifted);
        for (var kind : FacetKind.of(packs.installed())) {
            var counts = tally.counts(kind, query);
            if (!counts.isEmpty()) {
                facets.put(kind.facet(), counts);
            }
        }
        return facets;
    }

    private List<FacetCount> trades(Query query, List<Sifted> sifted) {
        var counts = counted(sifted, Dimension.TRADE, Candidate::trade);
        query.trades().forEach(trade -> counts.putIfAbsent(trade, 0));
        return counts.entrySet().stream()
                .map(entry -> new FacetCount(
                        entry.getKey(),
                        packs.trade(entry.getKey()).name(),
                        entry.getValue(),
                        query.trades().contains(entry.getKey())))
                .sorted(fullestFirst())
                .toList();
    }

    private List<FacetCount> prices(Query query, List<Sifted> sifted) {
        var region = query.region();
        var exponent =
                region == null ? 2 : Math.max(0, regions.get(region).currency().getDefaultFractionDigits());
        var prices = sifted.stream()
                .filter(each -> countsFor(Dimension.PRICE).test(each))
                .map(each -> each.candidate().priceMinor())
                .filter(price -> price != null)
                .mapToLong(Long::longValue)
                .toArray();
        return PriceBand.all(exponent).stream()
                .map(band -> band.count(prices, query))
                .filter(count -> count.count() > 0 || count.chosen())
                .toList();
    }

    private List<FacetCount> districts(Query query, List<Sifted> sifted) {
        var counts = counted(sifted, Dimension.DISTRICT, Candidate::region);
        var chosen = query.districts();
        chosen.forEach(district -> counts.putIfAbsent(district, 0));
        return counts.entrySet().stream()
                .sorted(Map.Entry.<RegionId, Integer>comparingByValue()
                        .reversed()
                        .thenComparing(Map.Entry.comparingByKey()))
                .filter(among(chosen, MOST_DISTRICTS))
                .map(entry -> count(regions.get(entry.getKey()), entry.getValue(), chosen))
                .sorted(fullestFirst())
                .toList();
    }

    private static FacetCount count(Region district, int count, Set<RegionId> chosen) {
        return new FacetCount(district.code(), district.name(), count, chosen.contains(district.id()));
    }

    /** The first so many, and whatever was chosen. */
    private static <T> Predicate<Map.Entry<T, Integer>> among(Set<T> chosen, int most) {
        var seen = new int[1];
        return entry -> seen[0]++ < most || chosen.contains(entry.getKey());
    }

    private static Comparator<FacetCount> fullestFirst() {
        return Comparator.comparingInt(FacetCount::count).reversed().thenComparing(FacetCount::value);
    }

    private static <T> Map<T, Integer> counted(List<Sifted> sifted, String facet, Function<Candidate, T> value) {
        var counts = new LinkedHashMap<T, Integer>();
        sifted.stream()
                .filter(countsFor(facet))
                .forEach(each -> counts.merge(value.apply(each.candidate()), 1, Integer::sum));
        return counts;
    }

    private static Predicate<Sifted> countsFor(String facet) {
        return each ->
                each.missed().stream().allMatch(dimension -> dimension.facet().equals(facet));
    }
}
