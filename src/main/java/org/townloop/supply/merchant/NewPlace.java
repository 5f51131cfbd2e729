package org.townloop.supply.merchant;

import org.townloop.base.kernel.RegionId;

/**
 * A merchant's first place as they write it; nothing of it is believed until {@link Merchants#open} has looked at it.
 *
 * @param trade the name of a pack
 */
public record NewPlace(RegionId region, String trade, PlaceFacts facts) {}
