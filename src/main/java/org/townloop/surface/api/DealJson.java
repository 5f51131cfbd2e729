package org.townloop.surface.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.OffsetDateTime;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.loop.deal.Deals;

/**
 * A deal of an offer.
 *
 * @param usual what it costs otherwise
 * @param left pieces that nobody holds or has paid
 * @param each how many pieces one person may have
 * @param least how many must be paid when it closes, or all of it is called off
 * @param paid how many are
 * @param enough whether that is enough
 * @param open whether the offer is sold at it now
 * @param seedHash SHA-256 of the seed by which the line is drawn
 * @param seed once it is drawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record DealJson(
        UUID id,
        UUID offerId,
        String state,
        Amount price,
        Amount usual,
        OffsetDateTime opensAt,
        OffsetDateTime closesAt,
        int stock,
        int left,
        int each,
        @Nullable Integer least,
        int paid,
        boolean enough,
        boolean open,
        String seedHash,
        @Nullable String seed) {

    static DealJson of(Deals.Shown shown, Money usual, Moments moments) {
        var deal = shown.deal();
        var region = deal.id().region();
        return new DealJson(
                deal.id().value(),
                deal.offer().value(),
                deal.state().name(),
                Amount.of(deal.price()),
                Amount.of(usual),
                moments.in(region, deal.opensAt()),
                moments.in(region, deal.closesAt()),
                deal.stock(),
                shown.left(),
                deal.each(),
                deal.least(),
                shown.paid(),
                shown.isEnough(),
                shown.isOpen(),
                deal.seedHash(),
                deal.seed());
    }
}
