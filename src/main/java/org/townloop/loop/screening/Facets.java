package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.loop.screening.Sieve.Sifted;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Packs;

/** Counts how many there are by trade, price band and attribute, each facet without its own condition. */
@Component
class Facets {

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
        for (var pack : packs.installed()) {
            for (var attribute : pack.attributes()) {
                if (attribute.facet()) {
                    var counts = attribute(query, attribute, sifted);
                    if (!counts.isEmpty()) {
                        facets.putIfAbsent(Dimension.ATTRIBUTE + attribute.key(), counts);
                    }
                }
            }
        }
        return facets;
    }

    private List<FacetCount> trades(Query query, List<Sifted> sifted) {
        var counts = new HashMap<String, Integer>();
        query.trades().forEach(trade -> counts.put(trade, 0));
        counted(sifted, Dimension.TRADE).forEach(candidate -> counts.merge(candidate.trade(), 1, Integer::sum));
        return counts.entrySet().stream()
                .map(entry -> new FacetCount(
                        entry.getKey(),
                        packs.trade(entry.getKey()).name(),
                        entry.getValue(),
                        query.trades().contains(entry.getKey())))
                .sorted(Comparator.comparingInt(FacetCount::count).reversed().thenComparing(FacetCount::value))
                .toList();
    }

    private List<FacetCount> prices(Query query, List<Sifted> sifted) {
        var region = query.region();
        var exponent =
                region == null ? 2 : Math.max(0, regions.get(region).currency().getDefaultFractionDigits());
        var prices = counted(sifted, Dimension.PRICE).stream()
                .filter(Candidate::bookable)
                .mapToLong(Candidate::priceMinor)
                .toArray();
        return PriceBand.all(exponent).stream()
                .map(band -> band.count(prices, query))
                .filter(count -> count.count() > 0 || count.chosen())
                .toList();
    }

    private static List<FacetCount> attribute(Query query, Attribute attribute, List<Sifted> sifted) {
        var candidates = counted(sifted, Dimension.ATTRIBUTE + attribute.key());
        var filter = query.attributes().get(attribute.key());
        var counts = new ArrayList<FacetCount>();
        for (var choice : choices(attribute)) {
            var count = (int) candidates.stream()
                    .filter(candidate -> candidate.says(attribute.key(), choice.key()))
                    .count();
            var chosen = filter != null && filter.names(choice.key());
            if (count > 0 || chosen) {
                counts.add(new FacetCount(choice.key(), choice.label(), count, chosen));
            }
        }
        return counts;
    }

    /** A flag has one choice, which says what the flag says. */
    private static List<Attribute.Choice> choices(Attribute attribute) {
        return switch (attribute.type()) {
            case CHOICE, CHOICES -> attribute.choices();
            case FLAG -> List.of(new Attribute.Choice("true", attribute.label()));
            case NUMBER, TEXT -> List.of();
        };
    }

    private static List<Candidate> counted(List<Sifted> sifted, String facet) {
        return sifted.stream()
                .filter(each -> each.isHit()
                        || Objects.requireNonNull(each.missed()).facet().equals(facet))
                .map(Sifted::candidate)
                .toList();
    }
}
