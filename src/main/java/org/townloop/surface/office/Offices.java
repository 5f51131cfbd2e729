package org.townloop.surface.office;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Role;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.surface.page.Page;
import org.townloop.surface.page.View;

/** Opens the office of the region that was asked for, or of the one somebody runs. */
@Component
class Offices {

    private final Regions regions;
    private final Gate gate;

    Offices(Regions regions, Gate gate) {
        this.regions = regions;
        this.gate = gate;
    }

    /** @return what is shown of the office, or what is said to somebody who has none */
    View open(Page page, Actor actor, @Nullable String code, Function<Office, View> shown) {
        if (code != null) {
            var region = regions.byCode(code).orElseThrow(() -> new Absent("region " + code));
            return shown.apply(office(page, actor, region));
        }
        return actor.grant(Role.OPERATOR)
                .map(grant -> shown.apply(office(page, actor, regions.get(grant.region()))))
                .orElseGet(() -> View.of("office/none", new NoOfficeView(page), HttpStatus.NOT_FOUND));
    }

    private Office office(Page page, Actor actor, Region region) {
        gate.require(actor, Right.SEE_OFFICE, Scope.region(region.id()));
        return new Office(
                page,
                region,
                regions.within(region.id()),
                choices(page, actor, region),
                page.times().in(region.zone()));
    }

    private List<Office.Choice> choices(Page page, Actor actor, Region here) {
        var all = regions.all().stream()
                .filter(region -> gate.allows(actor, Right.SEE_OFFICE, Scope.region(region.id())))
                .toList();
        return all.size() < 2
                ? List.of()
                : all.stream()
                        .map(region -> new Office.Choice(
                                page.say(region.name()),
                                region.code(),
                                region.id().equals(here.id())))
                        .toList();
    }
}
