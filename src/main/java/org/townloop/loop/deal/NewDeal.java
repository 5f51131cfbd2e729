package org.townloop.loop.deal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.supply.offer.OfferId;

/**
 * What a merchant wants to sell for a while.
 *
 * @param opensAt null for at once
 * @param least how many must be paid when it closes; null for however few
 */
public record NewDeal(
        OfferId offer,
        Money price,
        @Nullable Instant opensAt,
        Instant closesAt,
        int stock,
        int each,
        @Nullable Integer least) {}
