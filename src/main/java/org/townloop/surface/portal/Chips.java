package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.screening.FacetCount;
import org.townloop.loop.screening.Results;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Page;

/** Makes chips of the conditions of a question and of the facets of its results. */
@Component
class Chips {

    private static final List<Integer> WALKS_METRES = List.of(500, 1000, 2000, 5000);
    private static final String ATTRIBUTE = "attr.";
    private static final int AT_HAND = 10;

    private final Packs packs;

    Chips(Packs packs) {
        this.packs = packs;
    }

    /** The conditions that hold, each to be taken away. */
    List<Chip> holding(Page page, SearchAddress address, Wish wish, Results results) {
        var holding = new ArrayList<Chip>();
        var open = wish.open();
        if (open != null) {
            holding.add(on(page.times().span(open.start(), open.end()), address.without("when")));
        }
        if (wish.near() != null) {
            holding.add(on(near(page, address), address.without("where", "within")));
        }
        if (address.has("within")) {
            walks(page, address).stream().filter(Chip::on).forEach(holding::add);
        }
        facets(page, address, results).stream()
                .flatMap(group -> group.chips().stream())
                .filter(Chip::on)
                .forEach(holding::add);
        return holding;
    }

    /** What is asked most often, to be added with one tap. */
    List<Chip> atHand(Page page, SearchAddress address, Wish wish, Results results) {
        var walks = wish.near() == null || address.has("within") ? Stream.<Chip>empty() : walks(page, address).stream();
        var facets = facets(page, address, results).stream()
                .filter(group -> group.chips().size() > 1 || !group.name().equals(page.text("portal.facet.trade")))
                .flatMap(group -> group.chips().stream())
                .filter(chip -> !chip.on())
                .limit(AT_HAND);
        return Stream.concat(walks.limit(2), facets).toList();
    }

    /** All there is to choose from, by what it is about; what is simply so or not stands together at the end. */
    List<Chip.Group> groups(Page page, SearchAddress address, Results results) {
        var byKind = facets(page, address, results).stream().collect(Collectors.partitioningBy(Chips::isFlag));
        var groups = new ArrayList<>(byKind.getOrDefault(false, List.of()));
        var flags = byKind.getOrDefault(true, List.of()).stream()
                .flatMap(group -> group.chips().stream())
                .toList();
        if (!flags.isEmpty()) {
            groups.add(new Chip.Group(page.text("portal.facet.flags"), flags));
        }
        return groups;
    }

    private static boolean isFlag(Chip.Group group) {
        return group.chips().size() == 1 && group.chips().getFirst().label().equals(group.name());
    }

    private List<Chip.Group> facets(Page page, SearchAddress address, Results results) {
        var groups = new ArrayList<Chip.Group>();
        results.facets().forEach((facet, counts) -> {
            var chips = counts.stream()
                    .filter(count -> count.count() > 0 || count.chosen())
                    .map(count -> chip(page, address, facet, count))
                    .toList();
            if (!chips.isEmpty()) {
                groups.add(new Chip.Group(name(page, facet), chips));
            }
        });
        return groups;
    }

    private List<Chip> walks(Page page, SearchAddress address) {
        return WALKS_METRES.stream()
                .map(metres -> {
                    var value = Integer.toString(metres);
                    var on = address.has("within", value);
                    return new Chip(
                            page.text(
                                    "portal.within", "distance", page.formats().distance(metres)),
                            null,
                            (on ? address.without("within") : address.with("within", value)).toString(),
                            on);
                })
                .toList();
    }

    private Chip chip(Page page, SearchAddress address, String facet, FacetCount count) {
        var changed = facet.equals("price")
                ? band(address, count)
                : address.toggled(facet.equals("trade") ? "pack" : facet, count.value());
        return new Chip(
                label(page, facet, count), page.formats().count(count.count()), changed.toString(), count.chosen());
    }

    /** A price band is one choice, whatever was chosen before. */
    private static SearchAddress band(SearchAddress address, FacetCount count) {
        var plain = address.without("priceMin", "priceMax");
        if (count.chosen()) {
            return plain;
        }
        var bounds = count.value().split("-", 2);
        return plain.with("priceMin", bounds[0]).with("priceMax", bounds.length > 1 ? bounds[1] : "");
    }

    /** A flag needs no "yes": its attribute's label says it. */
    private String label(Page page, String facet, FacetCount count) {
        if (facet.equals("price")) {
            return prices(page, count.value());
        }
        return facet.startsWith(ATTRIBUTE)
                ? attribute(facet)
                        .filter(attribute -> attribute.type() == Attribute.Type.FLAG)
                        .map(attribute -> page.say(attribute.label()))
                        .orElseGet(() -> page.say(count.label()))
                : page.say(count.label());
    }

    /** In the town's money: under ¥50, ¥50–¥100, ¥500 and more. */
    private static String prices(Page page, String band) {
        var bounds = band.split("-", 2);
        var currency = page.region().currency();
        var from = new Money(Long.parseLong(bounds[0]), currency);
        if (bounds.length < 2 || bounds[1].isEmpty()) {
            return page.text("portal.price.from", "from", page.money(from));
        }
        var to = page.money(new Money(Long.parseLong(bounds[1]) + 1, currency));
        return from.isZero()
                ? page.text("portal.price.under", "to", to)
                : page.text("portal.price.between", "from", page.money(from), "to", to);
    }

    private String name(Page page, String facet) {
        return switch (facet) {
            case "trade" -> page.text("portal.facet.trade");
            case "price" -> page.text("portal.facet.price");
            default ->
                attribute(facet).map(attribute -> page.say(attribute.label())).orElse(facet);
        };
    }

    private Optional<Attribute> attribute(String facet) {
        var key = facet.substring(facet.indexOf('.') + 1);
        return packs.installed().stream()
                .flatMap(pack -> pack.attribute(key).stream())
                .findFirst();
    }

    private static Chip on(String label, SearchAddress without) {
        return new Chip(label, null, without.toString(), true);
    }

    private static String near(Page page, SearchAddress address) {
        return page.text("portal.near", "where", Headline.bare(address.first("where")));
    }
}
