package org.townloop.launch;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;
import org.townloop.base.kernel.Outcome;
import org.townloop.base.kernel.Outcome.Done;
import org.townloop.base.kernel.Outcome.Refused;
import org.townloop.base.kernel.Refusal;
import org.townloop.loop.screening.QueryReader;
import org.townloop.loop.screening.Screening;
import org.townloop.surface.page.Texts;
import picocli.CommandLine.Command;
import picocli.CommandLine.ExitCode;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "search",
        mixinStandardHelpOptions = true,
        description = "Finds offers and listings, as the portal does.",
        footer = {
            "",
            "townloop search haircut --region willow-creek --open 2026-11-28T15:00+08:00/PT1H",
            "townloop search --pack restaurants --attr cuisine=sichuan,hunan --priceMax 20000 --facets"
        })
@SuppressWarnings("NullAway.Init") // what picocli sets
final class SearchCommand implements Callable<Integer> {

    private final Start start;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..*", paramLabel = "WORDS", description = "All of them must be found, in any language.")
    private @Nullable List<String> words;

    @Option(names = "--region", paramLabel = "CODE", description = "Only there and below, such as willow-creek.")
    private @Nullable String region;

    @Option(names = "--district", paramLabel = "CODE", description = "Only in one of these districts of it.")
    private @Nullable List<String> districts;

    @Option(names = "--place", paramLabel = "ID", description = "Only what this place sells.")
    private @Nullable String place;

    @Option(
            names = {"--pack", "--trade"},
            paramLabel = "ID",
            description = "Only this trade, such as hair-and-beauty, or one of several.")
    private @Nullable List<String> packs;

    @Option(names = "--near", paramLabel = "LAT,LON", description = "Measure distances from there.")
    private @Nullable String near;

    @Option(names = "--within", paramLabel = "METRES", description = "At most so far from there.")
    private @Nullable String within;

    @Option(names = "--open", paramLabel = "START/DURATION", description = "Free for an appointment in this time.")
    private @Nullable String open;

    @Option(names = "--priceMin", paramLabel = "MINOR", description = "At least this, in the smallest coin.")
    private @Nullable String priceMin;

    @Option(names = "--priceMax", paramLabel = "MINOR", description = "At most this.")
    private @Nullable String priceMax;

    @Option(names = "--price", paramLabel = "FROM-TO", description = "Within one of these, such as 5000-9999.")
    private @Nullable List<String> prices;

    @Option(names = "--ratingMin", paramLabel = "1..5", description = "Rated so on average at least.")
    private @Nullable String ratingMin;

    @Option(
            names = "--attr",
            paramLabel = "[PACK.]KEY[.min|.max|.all]=VALUE",
            description = "What it must say of itself, such as services=cut,perm or experienceYears.min=5.")
    private @Nullable Map<String, String> attributes;

    @Option(names = "--sort", paramLabel = "HOW", description = "best (usual), near, price, rating or soonest.")
    private @Nullable String sort;

    @Option(
            names = "--limit",
            paramLabel = "N",
            description = "How many to print (${DEFAULT-VALUE}).",
            defaultValue = "10")
    private String limit;

    @Option(names = "--cursor", paramLabel = "CURSOR", description = "Go on where the page before ended.")
    private @Nullable String cursor;

    @Option(names = "--facets", description = "Print how many there are of each kind, too.")
    private boolean facets;

    SearchCommand(Start start) {
        this.start = start;
    }

    @Override
    public Integer call() {
        try (var context = start.forCommand()) {
            var query = done(context, context.getBean(QueryReader.class).read(asked()));
            var results = done(context, context.getBean(Screening.class).find(query));
            var lines = new FoundLines(context, Locale.getDefault());
            spec.commandLine().getOut().println(lines.of(results));
            if (facets) {
                spec.commandLine().getOut().println(lines.facets(results));
            }
            return ExitCode.OK;
        }
    }

    private static <T> T done(ApplicationContext context, Outcome<T> outcome) {
        return switch (outcome) {
            case Done<T>(var value) -> value;
            case Refused<T>(var refusal) -> throw new StartRefused(sentence(context, refusal));
        };
    }

    /** As the parameters of the API; docs/searching.md tells the language. */
    Map<String, List<String>> asked() {
        var asked = new LinkedHashMap<String, List<String>>();
        put(asked, "q", words == null ? null : String.join(" ", words));
        put(asked, "region", region);
        putAll(asked, "district", districts);
        put(asked, "place", place);
        putAll(asked, "pack", packs);
        put(asked, "near", near);
        put(asked, "within", within);
        put(asked, "open", open);
        put(asked, "priceMin", priceMin);
        put(asked, "priceMax", priceMax);
        putAll(asked, "price", prices);
        put(asked, "ratingMin", ratingMin);
        if (attributes != null) {
            attributes.forEach((name, value) -> put(asked, "attr." + name, value));
        }
        put(asked, "sort", sort);
        put(asked, "limit", limit);
        put(asked, "cursor", cursor);
        return asked;
    }

    private static void putAll(Map<String, List<String>> asked, String name, @Nullable List<String> values) {
        if (values != null) {
            asked.put(name, values);
        }
    }

    private static void put(Map<String, List<String>> asked, String name, @Nullable String value) {
        if (value != null) {
            asked.put(name, List.of(value));
        }
    }

    private static String sentence(ApplicationContext context, Refusal refusal) {
        return context.getBean(Texts.class)
                .in(Locale.getDefault())
                .get("refusal." + refusal.reason().code(), refusal.facts());
    }
}
