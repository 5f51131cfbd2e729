package org.townloop.surface.desk;

import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Pack;
import org.townloop.surface.page.Page;

/** The articles of a place by kind, as the trade lists the kinds, and by name: put into words once for all lines of an order. */
final class OtherArticles {

    private final Page page;
    private final Pack pack;
    private final Map<String, List<PackingView.Other>> groups;

    /** @param sold what the place sells */
    OtherArticles(Page page, Pack pack, List<Offer> sold) {
        this.page = page;
        this.pack = pack;
        this.groups = groups(sold);
    }

    /** What may be packed in place of an article: of its own kind first. */
    List<PackingView.Group> insteadOf(Offer missing) {
        var own = kind(missing);
        return Stream.concat(Stream.of(own), groups.keySet().stream().filter(kind -> !kind.equals(own)))
                .map(kind -> new PackingView.Group(kind, without(missing, groups.getOrDefault(kind, List.of()))))
                .filter(group -> !group.others().isEmpty())
                .toList();
    }

    private Map<String, List<PackingView.Other>> groups(List<Offer> sold) {
        var byKind = new LinkedHashMap<String, List<PackingView.Other>>();
        pack.kind()
                .map(Attribute::choices)
                .ifPresent(kinds -> kinds.forEach(kind -> byKind.put(page.say(kind.label()), new ArrayList<>())));
        sold.stream()
                .filter(offer -> offer.article() != null)
                .forEach(offer -> byKind.computeIfAbsent(kind(offer), any -> new ArrayList<>())
                        .add(other(offer)));
        var byName = Comparator.comparing(PackingView.Other::title, Collator.getInstance(page.locale()));
        byKind.values().forEach(others -> others.sort(byName));
        return byKind;
    }

    private PackingView.Other other(Offer offer) {
        return new PackingView.Other(
                offer.id().value().toString(),
                page.text("desk.delivery.other", "title", page.say(offer.title()), "price", page.money(offer.price())));
    }

    private static List<PackingView.Other> without(Offer missing, List<PackingView.Other> others) {
        var id = missing.id().value().toString();
        return others.stream().filter(other -> !other.id().equals(id)).toList();
    }

    private String kind(Offer offer) {
        return pack.kind()
                .flatMap(kind -> kind.choice(offer.attributes().path(kind.key()).asString("")))
                .map(choice -> page.say(choice.label()))
                .orElse(page.text("desk.delivery.other-kinds"));
    }
}
