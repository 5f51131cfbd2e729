package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;
import org.townloop.base.kernel.Money;
import org.townloop.loop.screening.AttributeName;
import org.townloop.loop.screening.FacetCount;
import org.townloop.loop.screening.Results;
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
        var near = results.understood().near();
        if (near != null) {
            holding.add(on(
                    page.text(
                            "portal.near-within",
                            "where",
                            page.say(near.name()),
                            "distance",
                            page.formats().distance(near.withinMetres())),
                    address.with("q", results.understood().words()).without("within")));
        } else if (address.has("within")) {
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
        var isNear = wish.near() != null || results.understood().near() != null;
        var walks = !isNear || address.has("within") ? Stream.<Chip>empty() : walks(page, address).stream();
        var facets = facets(page, address, results).stream()
                .filter(group -> group.chips().size() > 1 || !group.name().equals(page.text("portal.facet.trade")))
                .flatMap(group -> group.chips().stream())
                .filter(chip -> !chip.on())
                .limit(AT_HAND);
        return Stream.concat(walks.limit(2), facets).toList();
    }

    /** All there is to choose from, by what it is about; what is simply so or not stands together at the end. */
    List<Chip.Group> groups(Page page, SearchAddress address, Results results) {
        var groups = new ArrayList<Chip.Group>();
        var flags = new ArrayList<Chip>();
        for (var group : facets(page, address, results)) {
            if (group.isFlag()) {
                flags.addAll(group.chips());
            } else {
                groups.add(group);
            }
        }
        if (!flags.isEmpty()) {
            groups.add(new Chip.Group(page.text("portal.facet.flags"), flags));
        }
        return groups;
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
        groups.removeIf(group -> group.name().equals(page.text("portal.facet.district"))
                && group.chips().size() == 1
                && !group.chips().getFirst().on());
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
        var changed = facet.equals("price") && address.hasAny("priceMin", "priceMax")
                ? band(address, count)
                : address.toggled(parameter(address, facet, count), count.value());
        return new Chip(
                label(page, facet, count), page.formats().count(count.count()), changed.toString(), count.chosen());
    }

    /** What was chosen is taken away by the name by which it was asked for: of one trade or of any. */
    private static String parameter(SearchAddress address, String facet, FacetCount count) {
        if (!facet.startsWith(ATTRIBUTE)) {
            return facet.equals("trade") ? "pack" : facet;
        }
        var key = AttributeName.of(facet.substring(ATTRIBUTE.length())).key();
        return address.parameters().keySet().stream()
                .filter(name -> count.chosen() && name.startsWith(ATTRIBUTE) && address.has(name, count.value()))
                .filter(name -> AttributeName.of(name.substring(ATTRIBUTE.length()))
                        .key()
                        .equals(key))
                .findFirst()
                .orElse(facet);
    }

    /** A band takes the place of a lowest and a highest price. */
    private static SearchAddress band(SearchAddress address, FacetCount count) {
        var plain = address.without("priceMin", "priceMax");
        return count.chosen() ? plain : plain.toggled("price", count.value());
    }

    /** A flag needs no "yes": its attribute's name says it. */
    private String label(Page page, String facet, FacetCount count) {
        if (facet.equals("price")) {
            return prices(page, count.value());
        }
        return facet.startsWith(ATTRIBUTE) && count.value().equals("true")
                ? name(page, facet)
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
            case "district" -> page.text("portal.facet.district");
            default -> attribute(page, AttributeName.of(facet.substring(ATTRIBUTE.length())));
        };
    }

    /** With its trade where several mean different things by the word. */
    private String attribute(Page page, AttributeName name) {
        var label = packs.installed().stream()
                .flatMap(pack -> name.in(pack).stream())
                .findFirst()
                .map(attribute -> page.say(attribute.label()))
                .orElse(name.key());
        return name.pack() == null
                ? label
                : page.text(
                        "portal.facet.of-trade",
                        "attribute",
                        label,
                        "trade",
                        page.say(packs.trade(name.pack()).name()));
    }

    private static Chip on(String label, SearchAddress without) {
        return new Chip(label, null, without.toString(), true);
    }

    private static String near(Page page, SearchAddress address) {
        return page.text("portal.near", "where", Headline.bare(address.first("where")));
    }
}
