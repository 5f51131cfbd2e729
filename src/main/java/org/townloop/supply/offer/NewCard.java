package org.townloop.supply.offer;

import org.jspecify.annotations.Nullable;
import org.townloop.base.kernel.Money;
import org.townloop.base.kernel.Words;
import org.townloop.supply.merchant.PlaceId;

/**
 * A card as a merchant writes it; nothing of it is believed until {@link CardDesk#write} has looked at it.
 *
 * @param id the card that gets a new version, or null for a new one
 * @param price of a pass; of others the least amount that can be chosen
 */
public record NewCard(
        @Nullable OfferId id,
        PlaceId place,
        Words title,
        Words description,
        Stored sold,
        Money price,
        boolean active) {}
