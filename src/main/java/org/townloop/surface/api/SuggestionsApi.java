package org.townloop.surface.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.townloop.loop.screening.QueryReader;
import org.townloop.loop.screening.Suggestion;
import org.townloop.loop.screening.Suggestions;

/** What somebody may be about to ask for. */
@RestController
@Tag(name = "Offers")
class SuggestionsApi {

    record Suggested(List<SuggestionJson> suggestions) {}

    /**
     * @param kind trade, attribute, landmark or name
     * @param asks the parameters of {@code /api/offers} that ask for it
     */
    record SuggestionJson(String kind, String text, Map<String, String> asks) {}

    private final QueryReader queries;
    private final Suggestions suggestions;

    SuggestionsApi(QueryReader queries, Suggestions suggestions) {
        this.queries = queries;
        this.suggestions = suggestions;
    }

    @Operation(
            summary = "What begins so",
            description =
                    "q: what was typed so far, in either script, as pinyin or as its initials. region: whose offers and"
                            + " landmarks. At most ten trades, attributes, landmarks and names, the likeliest first")
    @GetMapping("/api/suggestions")
    Suggested suggest(
            @RequestParam(defaultValue = "") String q, @RequestParam(defaultValue = "") String region, Locale locale) {
        var query = Refused.unless(queries.read(Map.of("q", List.of(q), "region", List.of(region))));
        var found = Refused.unless(suggestions.of(query.text(), query.region(), locale));
        return new Suggested(found.stream().map(each -> json(each, locale)).toList());
    }

    private static SuggestionJson json(Suggestion suggestion, Locale locale) {
        return new SuggestionJson(
                suggestion.kind().name().toLowerCase(Locale.ROOT),
                suggestion.text().in(locale),
                suggestion.asks());
    }
}
