package org.townloop.supply.merchant;

import org.townloop.base.kernel.RegionId;
import org.townloop.base.kernel.Words;

/** Who sells: the owner of one or more places. */
public record Merchant(MerchantId id, RegionId region, Words name, Standing standing) {}
