package org.townloop.surface.office;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.region.Regions;
import org.townloop.loop.visit.VisitCounts;
import org.townloop.supply.merchant.Place;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** A region's loop as one picture, with the numbers behind it. */
@Controller
class LoopPage {

    private static final Duration LOOKED_AT = Duration.ofDays(Office.DAYS);
    private static final Duration COME_BACK_WITHIN = Duration.ofDays(56);
    private static final int WORST = 6;

    private final Offices offices;
    private final Flows flows;
    private final VisitCounts visits;
    private final Regions regions;
    private final Packs packs;
    private final Attention attention;

    LoopPage(Offices offices, Flows flows, VisitCounts visits, Regions regions, Packs packs, Attention attention) {
        this.offices = offices;
        this.flows = flows;
        this.visits = visits;
        this.regions = regions;
        this.packs = packs;
        this.attention = attention;
    }

    @GetMapping("/office")
    View loop(Page page, Actor actor, @RequestParam(required = false) @Nullable String region) {
        return offices.open(page, actor, region, office -> View.of("office/loop", view(office)));
    }

    private LoopView view(Office office) {
        var byPlace = flows.of(office);
        var total = byPlace.total();
        return new LoopView(
                office,
                LoopPicture.of(office, total, visits.returned(office.within(), LOOKED_AT, COME_BACK_WITHIN)),
                FlowRow.of(office, office.page().text("office.all"), total, ""),
                rows(
                        office,
                        byPlace.by(Place::trade),
                        trade -> office.page().say(packs.trade(trade).name()),
                        "&trade="),
                office.within().size() < 2 ? List.of() : regionRows(office, byPlace),
                worst(office, byPlace),
                attention.of(office));
    }

    private static List<FlowRow> rows(
            Office office, Map<String, Flow> flows, Function<String, String> name, String filter) {
        return flows.entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().of(Flow.Kind.HELD)))
                .map(entry -> FlowRow.of(office, name.apply(entry.getKey()), entry.getValue(), filter + entry.getKey()))
                .toList();
    }

    private List<FlowRow> regionRows(Office office, Flows.ByPlace byPlace) {
        return byPlace.by(place -> regions.get(place.region())).entrySet().stream()
                .sorted(Comparator.comparing(entry -> -entry.getValue().of(Flow.Kind.HELD)))
                .map(entry -> FlowRow.of(
                        office,
                        office.page().say(entry.getKey().name()),
                        entry.getValue(),
                        "&in=" + entry.getKey().code()))
                .toList();
    }

    /** Where most is lost: a place and a leak; that nobody spoke is too common to stand here. */
    private List<LoopView.Worst> worst(Office office, Flows.ByPlace byPlace) {
        return byPlace.flows().entrySet().stream()
                .flatMap(entry -> Stream.ofNullable(byPlace.places().get(entry.getKey()))
                        .flatMap(place -> Flow.Kind.LEAKS.stream()
                                .filter(leak -> leak != Flow.Kind.UNSPOKEN
                                        && entry.getValue().of(leak) > 0)
                                .map(leak -> LoopView.Worst.of(office, place, leak, entry.getValue()))))
                .sorted(Comparator.comparing(LoopView.Worst::count).reversed().thenComparing(LoopView.Worst::place))
                .limit(WORST)
                .toList();
    }
}
