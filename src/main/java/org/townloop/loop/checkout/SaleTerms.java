package org.townloop.loop.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.base.region.Shares;
import org.townloop.loop.ordering.Terms;
import org.townloop.supply.offer.Deposit;
import org.townloop.supply.offer.Offer;
import org.townloop.supply.pack.CancellationPolicy;
import org.townloop.supply.pack.NoShowPolicy;
import org.townloop.supply.pack.PackRates;
import org.townloop.supply.pack.Packs;

/** What is agreed with a sale: the policies of the pack's mode, and the shares of region and pack, as they are now. */
@Component
class SaleTerms {

    /** Everything is kept. */
    static final CancellationPolicy AFTERWARDS = new CancellationPolicy(List.of());

    private static final int EVERYTHING = 100;

    private final Packs packs;
    private final Regions regions;

    SaleTerms(Packs packs, Regions regions) {
        this.packs = packs;
        this.regions = regions;
    }

    /** The same of what is paid once it was had: whoever has paid it, has paid it. */
    Terms afterwards(Offer offer) {
        var sold = of(offer);
        var noShow = sold.noShow();
        return new Terms(
                AFTERWARDS,
                sold.shares(),
                noShow == null
                        ? null
                        : new NoShowPolicy(noShow.grace(), EVERYTHING, noShow.settledAfter(), noShow.within()));
    }

    /** All of the price is paid when booking. */
    Terms of(Offer offer) {
        return of(offer, null);
    }

    Terms of(Offer offer, @Nullable Deposit deposit) {
        var pack = packs.get(offer.pack(), offer.packVersion());
        var mode = pack.mode(offer.mode());
        var shares = within(regions.get(offer.region()).shares(), pack.rates());
        return new Terms(mode.cancellation(), shares, mode.noShow(), deposit);
    }

    /** A trade may have lower shares than its region says, and no higher ones. */
    static Shares within(Shares region, PackRates pack) {
        return new Shares(
                least(region.platformBasisPoints(), pack.platform()),
                least(region.partnerBasisPoints(), pack.partner()),
                region.partner(),
                least(region.referrerBasisPoints(), pack.referrer()),
                region.referrer());
    }

    private static int least(int region, @Nullable Integer pack) {
        return pack == null ? region : Math.min(region, pack);
    }
}
