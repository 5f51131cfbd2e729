package org.townloop.surface.office;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.region.RateBook;
import org.townloop.base.region.Rates;
import org.townloop.base.region.Region;
import org.townloop.base.region.Regions;
import org.townloop.base.region.Shares;
import org.townloop.loop.checkout.Custody;
import org.townloop.supply.pack.Pack;
import org.townloop.supply.pack.PackRates;
import org.townloop.supply.pack.Packs;
import org.townloop.surface.page.Form;

/** Makes the page of rates. */
@Component
class RateSheets {

    /** The fields of the form, and of what a region says. */
    static final List<String> NAMES = List.of("platform", "partner", "referrer");

    private final RateBook book;
    private final Regions regions;
    private final Packs packs;
    private final Custody custody;

    RateSheets(RateBook book, Regions regions, Packs packs, Custody custody) {
        this.custody = custody;
        this.book = book;
        this.regions = regions;
        this.packs = packs;
    }

    RatesView of(Office office, Form form) {
        var region = office.region();
        var own = book.of(region.id());
        var above = region.parent() == null ? null : regions.get(region.parent());
        var lock = book.lockedBy(region.id());
        return new RatesView(
                office,
                form,
                NAMES.stream()
                        .map(name -> rate(name, region.shares(), own, above))
                        .toList(),
                percent(Shares.WHOLE - region.shares().together()),
                tooMuch(office),
                lock == null ? null : office.page().say(lock.name()),
                own.locked(),
                above != null,
                packs.installed().stream()
                        .filter(pack -> !pack.rates().equals(PackRates.OF_THE_REGION))
                        .map(pack -> trade(office, pack))
                        .toList(),
                below(office));
    }

    /** What is more than any gateway parts off is not sold online: better said here than at a sale. */
    private @Nullable String tooMuch(Office office) {
        var most = custody.largestSplitBasisPoints();
        var together = office.region().shares().together();
        return most.isEmpty() || together <= most.getAsInt()
                ? null
                : office.page()
                        .text("office.rates.too-much", "together", percent(together), "most", percent(most.getAsInt()));
    }

    private static RatesView.Rate rate(String name, Shares shares, Rates own, @Nullable Region above) {
        var said = said(name, own);
        return new RatesView.Rate(
                name,
                percent(share(name, shares)),
                said == null ? "" : percent(said),
                above == null ? null : percent(share(name, above.shares())));
    }

    private static RatesView.Other trade(Office office, Pack pack) {
        var rates = pack.rates();
        var shares = office.region().shares();
        return new RatesView.Other(
                office.page().say(pack.name()),
                null,
                Stream.of(
                                least(shares.platformBasisPoints(), rates.platform()),
                                least(shares.partnerBasisPoints(), rates.partner()),
                                least(shares.referrerBasisPoints(), rates.referrer()))
                        .map(RateSheets::percent)
                        .toList());
    }

    /** The regions below that have other shares than this one. */
    private List<RatesView.Other> below(Office office) {
        return office.within().stream()
                .filter(id -> !id.equals(office.region().id()))
                .map(regions::get)
                .filter(region -> NAMES.stream()
                        .anyMatch(name -> share(name, region.shares())
                                != share(name, office.region().shares())))
                .map(region -> new RatesView.Other(
                        office.page().say(region.name()),
                        "/office/rates?region=" + region.code(),
                        NAMES.stream()
                                .map(name -> percent(share(name, region.shares())))
                                .toList()))
                .toList();
    }

    private static int share(String name, Shares shares) {
        return switch (name) {
            case "platform" -> shares.platformBasisPoints();
            case "partner" -> shares.partnerBasisPoints();
            default -> shares.referrerBasisPoints();
        };
    }

    private static @Nullable Integer said(String name, Rates own) {
        return switch (name) {
            case "platform" -> own.platform();
            case "partner" -> own.partner();
            default -> own.referrer();
        };
    }

    private static int least(int region, @Nullable Integer pack) {
        return pack == null ? region : Math.min(region, pack);
    }

    /** As it is typed: 5, 2.5. */
    static String percent(int basisPoints) {
        return BigDecimal.valueOf(basisPoints, 2).stripTrailingZeros().toPlainString();
    }
}
