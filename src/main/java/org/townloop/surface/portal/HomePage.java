package org.townloop.surface.portal;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Words;
import org.townloop.loop.screening.FacetCount;
import org.townloop.loop.screening.Hit;
import org.townloop.loop.screening.Query;
import org.townloop.loop.screening.Results;
import org.townloop.loop.screening.Screening;
import org.townloop.loop.screening.Sort;
import org.townloop.supply.pack.Attribute;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PatternDrawing;
import org.townloop.surface.page.View;

/** The first page: one question, and what is on in town. */
@Controller
class HomePage {

    private static final int SOONEST = 4;
    private static final int LOOKED_AT = 60;
    private static final int SERVICES = 12;

    private final Screening screening;
    private final Packs packs;
    private final Asks asks;
    private final Cards cards;
    private final Voices voices;

    HomePage(Screening screening, Packs packs, Asks asks, Cards cards, Voices voices) {
        this.screening = screening;
        this.packs = packs;
        this.asks = asks;
        this.cards = cards;
        this.voices = voices;
    }

    @GetMapping("/")
    View home(Page page) {
        var results =
                screening.find(soonest(page)) instanceof Outcome.Done<Results>(var found) ? found : Results.NOTHING;
        var view = new HomeView(
                page,
                asks.empty(page),
                trades(page, results),
                cards.of(page, varied(results.hits()), null),
                voices.lately(page),
                results.total());
        return View.of("portal/home", view);
    }

    /** The soonest of each kind: four times the same cut would say little about the town. */
    private static List<Hit> varied(List<Hit> soonest) {
        var kinds = new LinkedHashMap<Words, Hit>();
        soonest.stream().filter(hit -> !hit.nextSlots().isEmpty()).forEach(hit -> kinds.putIfAbsent(hit.title(), hit));
        return kinds.values().stream().limit(SOONEST).toList();
    }

    private List<HomeView.TradeTile> trades(Page page, Results results) {
        return facet(results, "trade")
                .map(count -> new HomeView.TradeTile(
                        new PatternDrawing(packs.trade(count.value()).pattern(), count.value()),
                        page.say(count.label()),
                        page.formats().count(count.count()),
                        new SearchAddress(Map.of("pack", List.of(count.value()))).toString(),
                        services(page, results, count.value())))
                .toList();
    }

    /**
     * The values of the pack's first attribute of choices: what its offers do, or what they are. Where another trade
     * means something else by the same word, the facet has the trade in its name.
     */
    private List<Chip> services(Page page, Results results, String trade) {
        return packs.installed().stream()
                .filter(pack -> pack.id().value().equals(trade))
                .flatMap(HomePage::choices)
                .limit(1)
                .flatMap(attribute -> services(page, results, trade, named(results, trade, attribute)))
                .toList();
    }

    private static Stream<Chip> services(Page page, Results results, String trade, String facet) {
        return facet(results, facet)
                .sorted(Comparator.comparing(FacetCount::count).reversed())
                .limit(SERVICES)
                .map(count -> chip(page, trade, facet, count));
    }

    private static String named(Results results, String trade, Attribute attribute) {
        var ownName = "attr." + trade + "." + attribute.key();
        return results.facets().containsKey(ownName) ? ownName : "attr." + attribute.key();
    }

    private static Stream<Attribute> choices(Pack pack) {
        return pack.attributes().stream()
                .filter(attribute -> attribute.facet()
                        && (attribute.type() == Attribute.Type.CHOICES || attribute.type() == Attribute.Type.CHOICE));
    }

    private static Chip chip(Page page, String trade, String facet, FacetCount count) {
        var href = new SearchAddress(Map.of("pack", List.of(trade), facet, List.of(count.value()))).toString();
        return new Chip(page.say(count.label()), page.formats().count(count.count()), href, false);
    }

    private static Stream<FacetCount> facet(Results results, String name) {
        return results.facets().getOrDefault(name, List.of()).stream().filter(count -> count.count() > 0);
    }

    private static Query soonest(Page page) {
        return Query.ALL.in(page.region().id()).sorted(Sort.SOONEST, LOOKED_AT);
    }
}
