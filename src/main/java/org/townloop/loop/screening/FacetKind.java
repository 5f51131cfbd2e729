package org.townloop.loop.screening;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Pack;

/**
 * An attribute that residents narrow their search by. One that all trades that have it define alike is one facet, {@code
 * attr.KEY}; where two mean different things by one word, each has its own, {@code attr.PACK.KEY}, and nothing of the
 * one is counted in the other.
 *
 * @param name as a query names it, without {@code attr.}
 * @param packs whose offers it counts
 */
record FacetKind(AttributeName name, Attribute attribute, Set<String> packs) {

    /** All that there are, in the order of the packs and of what they say. */
    static List<FacetKind> of(List<Pack> installed) {
        var byKey = new LinkedHashMap<String, List<Pack>>();
        for (var pack : installed) {
            pack.attributes()
                    .forEach(attribute -> byKey.computeIfAbsent(attribute.key(), key -> new ArrayList<>())
                            .add(pack));
        }
        var kinds = new ArrayList<FacetKind>();
        byKey.forEach((key, packs) -> kinds.addAll(ofOneKey(key, packs)));
        return kinds;
    }

    String facet() {
        return Dimension.ATTRIBUTE + name.text();
    }

    /** Whether its counts leave that condition out. */
    boolean owns(Dimension dimension) {
        return dimension.group().equals(Dimension.ATTRIBUTE + name.key())
                && (dimension.facet().equals(dimension.group())
                        || packs.stream().anyMatch(pack -> dimension.facet().equals(named(pack))));
    }

    /** What the query asks of it, by whichever name. */
    List<AttributeFilter> filters(Query query) {
        var filters = new ArrayList<>(query.attributes().getOrDefault(name.key(), List.of()));
        packs.forEach(pack -> filters.addAll(query.attributes().getOrDefault(pack + "." + name.key(), List.of())));
        return filters;
    }

    private String named(String pack) {
        return Dimension.ATTRIBUTE + pack + "." + name.key();
    }

    private static List<FacetKind> ofOneKey(String key, List<Pack> packs) {
        var attributes =
                packs.stream().map(pack -> pack.attribute(key).orElseThrow()).toList();
        if (attributes.stream().map(Meaning::of).distinct().count() == 1) {
            var ids = new HashSet<String>();
            packs.forEach(pack -> ids.add(pack.id().value()));
            return attributes.getFirst().facet()
                    ? List.of(new FacetKind(new AttributeName(null, key), attributes.getFirst(), ids))
                    : List.of();
        }
        var kinds = new ArrayList<FacetKind>();
        for (int i = 0; i < packs.size(); i++) {
            if (attributes.get(i).facet()) {
                var id = packs.get(i).id().value();
                kinds.add(new FacetKind(new AttributeName(id, key), attributes.get(i), Set.of(id)));
            }
        }
        return kinds;
    }

    /** What makes two attributes the same one; who may state it does not. */
    private record Meaning(
            Object label,
            Attribute.Type type,
            List<Attribute.Choice> choices,
            boolean facet,
            @Nullable Object unit) {

        static Meaning of(Attribute attribute) {
            return new Meaning(
                    Objects.requireNonNull(attribute.label()),
                    attribute.type(),
                    attribute.choices(),
                    attribute.facet(),
                    attribute.unit());
        }
    }
}
