package org.townloop.surface.portal;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.kernel.Outcome;
import org.townloop.loop.screening.Suggestion;
import org.townloop.loop.screening.Suggestions;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** The links below the search bar while somebody types; a part of a page. */
@Controller
class SuggestionsPage {

    private final Suggestions suggestions;

    SuggestionsPage(Suggestions suggestions) {
        this.suggestions = suggestions;
    }

    @GetMapping("/suggestions")
    View suggest(Page page, @RequestParam(defaultValue = "") String q) {
        var found = suggestions.of(q.strip(), page.region().id(), page.locale())
                        instanceof Outcome.Done<List<Suggestion>>(var done)
                ? done
                : List.<Suggestion>of();
        return View.of(
                "portal/suggestions",
                new SuggestionsView(
                        page, found.stream().map(each -> line(page, each)).toList()));
    }

    private static SuggestionsView.Line line(Page page, Suggestion suggestion) {
        var asks = suggestion.asks().entrySet().stream()
                .collect(Collectors.toMap(ask -> ask.getKey(), ask -> List.of(ask.getValue())));
        var kind = suggestion.kind().name().toLowerCase(Locale.ROOT);
        return new SuggestionsView.Line(
                page.say(suggestion.text()),
                page.text("portal.suggestion." + kind),
                new SearchAddress(asks).toString());
    }
}
