package org.townloop.loop.checkout;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.townloop.base.region.Regions;
import org.townloop.base.region.Shares;
import org.townloop.loop.ordering.AtShopTerms;
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
    private final int countedAfterDays;

    SaleTerms(Packs packs, Regions regions, @Value("${townloop.at-shop.counted-after-days}") int countedAfterDays) {
        this.packs = packs;
        this.regions = regions;
        this.countedAfterDays = countedAfterDays;
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

    /** What somebody orders for themselves may be paid at the shop where the offer says so. */
    Terms of(Buyer buyer, Offer offer, @Nullable Deposit deposit) {
        var sold = of(offer, deposit);
        var atShop = offer.atShop();
        return atShop == null || !buyer.limited()
                ? sold
                : new Terms(
                        sold.cancellation(),
                        sold.shares(),
                        sold.noShow(),
                        deposit,
                        new AtShopTerms(atShop.only(), countedAfterDays));
    }

    /** Who has what of it, as it is now. */
    Shares shares(Offer offer) {
        return within(
                regions.get(offer.region()).shares(),
                packs.get(offer.pack(), offer.packVersion()).rates());
    }

    Terms of(Offer offer, @Nullable Deposit deposit) {
        var pack = packs.get(offer.pack(), offer.packVersion());
        var mode = pack.mode(offer.mode());
        return new Terms(mode.cancellation(), shares(offer), mode.noShow(), deposit);
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
