package org.townloop.surface.office;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.identity.Actor;
import org.townloop.base.identity.Gate;
import org.townloop.base.identity.Right;
import org.townloop.base.identity.Scope;
import org.townloop.base.kernel.Absent;
import org.townloop.base.kernel.Outcome;
import org.townloop.supply.merchant.TradeCounts;
import org.townloop.supply.offer.PackCounts;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.PackId;
import org.townloop.supply.pack.PackVersions;
import org.townloop.supply.pack.Packs;

/** Gathers what the pages of packs show. */
@Component
class PackSheets {

    private final Packs packs;
    private final PackVersions versions;
    private final PackCounts counts;
    private final TradeCounts trades;
    private final Gate gate;

    PackSheets(Packs packs, PackVersions versions, PackCounts counts, TradeCounts trades, Gate gate) {
        this.packs = packs;
        this.versions = versions;
        this.counts = counts;
        this.trades = trades;
        this.gate = gate;
    }

    /** Packs are of all regions: whoever changes one operates a region in which somebody sells, and is named in the audit trail. */
    boolean mayChange(Actor actor) {
        return trades.regionsWithPlaces().stream()
                .anyMatch(region -> gate.allows(actor, Right.SEE_OFFICE, Scope.region(region)));
    }

    /** @throws Absent if the actor may not */
    void requireChange(Actor actor) {
        if (!mayChange(actor)) {
            throw new Absent("packs of all regions");
        }
    }

    PacksView all(Office office, Actor actor) {
        var places = trades.in(office.within());
        var offers = counts.in(office.within());
        return new PacksView(
                office,
                mayChange(actor),
                packs.installed().stream()
                        .map(pack ->
                                row(office, pack, places.getOrDefault(pack.id().value(), 0), offers))
                        .toList());
    }

    private PacksView.Row row(Office office, Pack pack, int places, List<PackCounts.Count> offers) {
        var own =
                offers.stream().filter(count -> count.pack().equals(pack.id())).toList();
        return new PacksView.Row(
                office.page().say(pack.name()),
                office.to("/office/packs/" + pack.id()),
                pack.version(),
                places,
                own.stream().mapToInt(PackCounts.Count::offers).sum(),
                own.stream()
                        .filter(count -> count.version() != pack.version())
                        .mapToInt(PackCounts.Count::offers)
                        .sum(),
                versions.of(pack.id()).stream().anyMatch(version -> version.current() && version.madeHere()));
    }

    /** @param asked the version to look at, or null for the one that is sold under */
    PackView one(Office office, Actor actor, PackId id, @Nullable Integer asked, @Nullable String refusal) {
        var page = office.page();
        var current = packs.current(id).version();
        var shown = packs.get(id, asked == null ? current : asked);
        var offers = counts.in(office.within());
        return new PackView(
                office,
                mayChange(actor),
                id.value(),
                current,
                shown.version(),
                PackSheet.of(page, shown),
                versions.of(id).stream()
                        .map(version -> new PackView.Version(
                                version.number(),
                                office.times().moment(version.installedAt()),
                                version.madeHere(),
                                version.current(),
                                offers.stream()
                                        .filter(count -> count.pack().equals(id) && count.version() == version.number())
                                        .mapToInt(PackCounts.Count::offers)
                                        .sum()))
                        .toList(),
                versions.difference(id, current, shown.version()).stream()
                        .map(page::say)
                        .toList(),
                refusal);
    }

    PackTextView text(Office office, String id, String text, boolean looked, @Nullable String refusal) {
        var page = office.page();
        var faults = looked
                ? packs.faults(text).stream()
                        .map(fault -> new PackTextView.Line(
                                fault.line(), fault.column(), fault.field(), page.say(fault.says())))
                        .toList()
                : List.<PackTextView.Line>of();
        var pack = looked && versions.read(text) instanceof Outcome.Done<Pack>(var read) ? read : null;
        return new PackTextView(
                office,
                id,
                text,
                faults,
                pack == null ? null : PackSheet.of(page, pack),
                pack == null ? List.of() : differences(office, pack),
                refusal);
    }

    private List<String> differences(Office office, Pack pack) {
        return packs.installed().stream()
                .filter(installed -> installed.id().equals(pack.id()))
                .flatMap(installed -> PackVersions.difference(installed, pack).stream())
                .map(office.page()::say)
                .toList();
    }
}
