package org.townloop.surface.office;

import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.townloop.base.identity.Actor;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.RegionId;
import org.townloop.base.region.Regions;
import org.townloop.supply.merchant.PlaceId;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** The lists behind the numbers. */
@Controller
class ListPage {

    /**
     * Which of the region's.
     *
     * @param places only those at these places; null for all
     * @param words what it is narrowed to, for the headline; an empty text if it is not
     * @param address the same as parameters, each beginning with an ampersand
     */
    record Narrowed(Collection<RegionId> regions, @Nullable Set<PlaceId> places, String words, String address) {}

    private final Offices offices;
    private final Flows flows;
    private final Lists lists;
    private final Regions regions;

    ListPage(Offices offices, Flows flows, Lists lists, Regions regions) {
        this.offices = offices;
        this.flows = flows;
        this.lists = lists;
        this.regions = regions;
    }

    @GetMapping({"/office/orders", "/office/visits"})
    View list(
            Page page,
            Actor actor,
            @RequestParam(required = false) @Nullable String region,
            @RequestParam(required = false) @Nullable String state,
            @RequestParam(required = false) @Nullable String trade,
            @RequestParam(required = false) @Nullable String in,
            @RequestParam(required = false) @Nullable UUID place,
            @RequestParam(required = false) @Nullable UUID before) {
        var kind = Flow.Kind.of(state);
        if (kind == null || !kind.path().equals(page.path())) {
            throw new Absent("a list of " + state);
        }
        return offices.open(
                page,
                actor,
                region,
                office -> View.of("office/list", lists.of(office, kind, narrowed(office, trade, in, place), before)));
    }

    private Narrowed narrowed(Office office, @Nullable String trade, @Nullable String in, @Nullable UUID place) {
        if (place != null) {
            return at(office, place);
        }
        if (in != null) {
            return in(office, in);
        }
        return trade == null ? new Narrowed(office.within(), null, "", "") : of(office, trade);
    }

    private Narrowed at(Office office, UUID place) {
        if (!RegionId.isIn(place) || !office.within().contains(RegionId.of(place))) {
            throw new Absent("place " + place);
        }
        var id = new PlaceId(place);
        return new Narrowed(
                List.of(id.region()),
                Set.of(id),
                office.page().say(lists.place(id).name()),
                "&place=" + place);
    }

    private Narrowed in(Office office, String code) {
        var below = regions.byCode(code)
                .filter(region -> office.within().contains(region.id()))
                .orElseThrow(() -> new Absent("region " + code));
        return new Narrowed(regions.within(below.id()), null, office.page().say(below.name()), "&in=" + below.code());
    }

    private Narrowed of(Office office, String trade) {
        var places = flows.of(office).places().values().stream()
                .filter(place -> place.trade().equals(trade))
                .map(place -> place.id())
                .collect(Collectors.toSet());
        return new Narrowed(office.within(), places, lists.trade(office, trade), "&trade=" + trade);
    }
}
