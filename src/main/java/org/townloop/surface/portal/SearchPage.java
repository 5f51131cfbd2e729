package org.townloop.surface.portal;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Controller;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Point;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.screening.Hit;
import org.townloop.loop.screening.QueryReader;
import org.townloop.loop.screening.Results;
import org.townloop.loop.screening.Screening;
import org.townloop.supply.merchant.listing.Sources;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** What fits: a list beside a map. */
@Controller
class SearchPage {

    private static final Set<String> TYPED = Set.of("q", "where", "when", "cursor", "lang");
    private static final List<String> SORTS = List.of("best", "near", "price", "rating", "soonest");

    private final WishReader wishes;
    private final QueryReader queries;
    private final Screening screening;
    private final Asks asks;
    private final Chips chips;
    private final Cards cards;
    private final Maps maps;

    SearchPage(
            WishReader wishes,
            QueryReader queries,
            Screening screening,
            Asks asks,
            Chips chips,
            Cards cards,
            Maps maps) {
        this.wishes = wishes;
        this.queries = queries;
        this.screening = screening;
        this.asks = asks;
        this.chips = chips;
        this.cards = cards;
        this.maps = maps;
    }

    @GetMapping("/search")
    View search(Page page, @RequestParam MultiValueMap<String, String> parameters) {
        var address = new SearchAddress(parameters);
        var wish = wishes.read(address, page);
        var query = queries.read(WishReader.parameters(address, wish, page.region()));
        var found = switch (query) {
            case Outcome.Done(var read) -> screening.find(read);
            case Outcome.Refused(var refusal) -> Outcome.<Results>refused(refusal);
        };
        return switch (found) {
            case Outcome.Done(var results) -> View.of("portal/search", view(page, address, wish, results, null));
            case Outcome.Refused(var refusal) ->
                View.of(
                        "portal/search",
                        view(page, address, wish, Results.NOTHING, refusal),
                        HttpStatus.UNPROCESSABLE_CONTENT);
        };
    }

    private SearchView view(Page page, SearchAddress address, Wish wish, Results results, @Nullable Refusal refusal) {
        var shown = cards.of(page, results.hits(), wish.open());
        var next = results.cursor();
        return new SearchView(
                page,
                asks.of(page, address),
                hidden(address),
                Headline.of(page, address, wish, results.total()),
                notes(page, address, wish, results, refusal),
                chips.holding(page, address, wish, results),
                chips.atHand(page, address, wish, results),
                chips.groups(page, address, results),
                sorts(page, address, where(wish, results)),
                shown,
                maps.of(page, results.hits(), shown, where(wish, results)),
                thanks(page, results),
                new SearchAddress(Map.of()).toString(),
                address.has("q") ? address.without("q").toString() : null,
                address.has("cursor") ? address.without("cursor").toString() : null,
                next == null ? null : address.from(next).toString());
    }

    private static List<SearchView.Thanks> thanks(Page page, Results results) {
        return Sources.toThank(results.hits().stream().map(Hit::source).toList()).stream()
                .map(source -> new SearchView.Thanks(page.say(source.attribution()), source.page()))
                .toList();
    }

    /** Where it is to be near to, by the words for where or by those for what. */
    private static @Nullable Point where(Wish wish, Results results) {
        var near = results.understood().near();
        return near == null ? wish.near() : near.point();
    }

    private static List<String> notes(
            Page page, SearchAddress address, Wish wish, Results results, @Nullable Refusal refusal) {
        var unclear = wish.unclear().stream()
                .map(field -> page.text("portal.unclear." + field, "typed", address.first(field)));
        var slips =
                results.understood().nearlySpelt().stream().map(word -> page.text("portal.nearly-spelt", "word", word));
        return Stream.of(unclear, slips, Stream.ofNullable(refusal).map(page::refusal))
                .flatMap(each -> each)
                .toList();
    }

    private static List<SearchView.Hidden> hidden(SearchAddress address) {
        var hidden = new ArrayList<SearchView.Hidden>();
        address.parameters().forEach((name, values) -> {
            if (!TYPED.contains(name)) {
                values.forEach(value -> hidden.add(new SearchView.Hidden(name, value)));
            }
        });
        return hidden;
    }

    /** Near needs somewhere to be near to. */
    private static List<Chip> sorts(Page page, SearchAddress address, @Nullable Point where) {
        var chosen = address.has("sort") ? address.first("sort") : SORTS.getFirst();
        return SORTS.stream()
                .filter(sort -> !sort.equals("near") || where != null)
                .map(sort -> new Chip(
                        page.text("portal.sort." + sort),
                        null,
                        address.with("sort", sort).toString(),
                        sort.equals(chosen)))
                .toList();
    }
}
