package org.townloop.surface.portal;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.screening.Query;
import org.townloop.loop.screening.Results;
import org.townloop.loop.screening.Screening;
import org.townloop.loop.screening.Sort;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.PatternDrawing;
import org.townloop.surface.page.View;

/** The first page: one question, and what is on in town. */
@Controller
class HomePage {

    private static final int SOONEST = 6;
    private static final Results NOTHING = new Results(List.of(), Map.of(), 0, null);

    private final Screening screening;
    private final Packs packs;
    private final Asks asks;
    private final Cards cards;

    HomePage(Screening screening, Packs packs, Asks asks, Cards cards) {
        this.screening = screening;
        this.packs = packs;
        this.asks = asks;
        this.cards = cards;
    }

    @GetMapping("/")
    View home(Page page) {
        var results = screening.find(soonest(page)) instanceof Outcome.Done<Results>(var found) ? found : NOTHING;
        var bookable = results.hits().stream()
                .filter(hit -> !hit.nextSlots().isEmpty())
                .toList();
        return View.of(
                "portal/home",
                new HomeView(
                        page,
                        asks.empty(page),
                        trades(page, results),
                        cards.of(page, bookable, null),
                        results.total()));
    }

    private List<HomeView.TradeTile> trades(Page page, Results results) {
        return results.facets().getOrDefault("trade", List.of()).stream()
                .map(count -> new HomeView.TradeTile(
                        new PatternDrawing(packs.trade(count.value()).pattern(), count.value()),
                        page.say(count.label()),
                        page.formats().count(count.count()),
                        new SearchAddress(Map.of("pack", List.of(count.value()))).toString()))
                .toList();
    }

    private static Query soonest(Page page) {
        return new Query(
                page.region().id(),
                null,
                "",
                Set.of(),
                null,
                null,
                null,
                null,
                null,
                null,
                Map.of(),
                Sort.SOONEST,
                SOONEST,
                null);
    }
}
