package org.townloop.launch;

import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.stream.Collectors;
import org.springframework.context.ApplicationContext;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.loop.screening.FacetCount;
import org.townloop.loop.screening.Hit;
import org.townloop.loop.screening.Results;
import org.townloop.surface.page.Formats;
import org.townloop.surface.page.Times;

/** What a search found, two lines a hit. */
final class FoundLines {

    private final Regions regions;
    private final Clock clock;
    private final Locale locale;

    FoundLines(ApplicationContext context, Locale locale) {
        this.regions = context.getBean(Regions.class);
        this.clock = context.getBean(Clock.class);
        this.locale = locale;
    }

    String of(Results results) {
        return understood(results)
                + results.hits().stream().map(this::lines).collect(Collectors.joining())
                + "%,d found%s"
                        .formatted(
                                results.total(),
                                results.total() > results.hits().size()
                                        ? ", the first %d shown"
                                                .formatted(results.hits().size())
                                        : "")
                + (results.cursor() == null ? "" : "%nto go on: --cursor %s".formatted(results.cursor()));
    }

    private String understood(Results results) {
        var near = results.understood().near();
        var where = near == null
                ? ""
                : "near %s, within %,d m%n".formatted(near.name().in(locale), near.withinMetres());
        return where
                + results.understood().nearlySpelt().stream()
                        .map("nothing says “%s”: words spelled nearly so were looked for%n"::formatted)
                        .collect(Collectors.joining());
    }

    /** How many there are of each kind, a facet a line, as a query names it. */
    String facets(Results results) {
        return results.facets().entrySet().stream()
                .filter(facet -> !facet.getValue().isEmpty())
                .map(facet -> facet.getKey()
                        + facet.getValue().stream().map(this::count).collect(Collectors.joining(", ", ": ", "")))
                .collect(Collectors.joining(System.lineSeparator()));
    }

    private String count(FacetCount count) {
        return "%s%s (%s) %,d"
                .formatted(
                        count.chosen() ? "*" : "", count.value(), count.label().in(locale), count.count());
    }

    private String lines(Hit hit) {
        var region = regions.get(hit.region());
        return "%s%n    %s%n".formatted(name(hit), String.join(" · ", facts(hit, region)));
    }

    private String name(Hit hit) {
        var title = hit.title().in(locale);
        var place = hit.placeName().in(locale);
        return title.equals(place) ? place : title + " — " + place;
    }

    private ArrayList<String> facts(Hit hit, Region region) {
        var formats = new Formats(locale, region.currency(), new Times(locale, region.zone(), clock));
        var facts = new ArrayList<String>();
        facts.add(region.name().in(locale));
        facts.add(hit.address().in(locale));
        if (hit.distanceMetres() != null) {
            facts.add(formats.distance(hit.distanceMetres()));
        }
        if (hit.price() != null) {
            facts.add(formats.money(hit.price()));
        }
        if (hit.reputation().visits() > 0) {
            facts.add("%s of 5 (%d)"
                    .formatted(
                            formats.score(hit.reputation().mean()),
                            hit.reputation().visits()));
        }
        facts.add(hit.listing() ? "no booking here yet" : free(hit, formats.times()));
        facts.removeIf(String::isBlank);
        return facts;
    }

    private static String free(Hit hit, Times times) {
        return hit.nextSlots().isEmpty()
                ? "no free time soon"
                : hit.nextSlots().stream()
                        .map(slot -> when(slot, times))
                        .collect(Collectors.joining(", ", "free ", ""));
    }

    private static String when(Instant slot, Times times) {
        return times.relative(times.day(slot)) + " " + times.time(slot);
    }
}
