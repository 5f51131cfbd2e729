package org.townloop.loop.ledger;

import java.util.UUID;
import org.townloop.base.kernel.Money;

/**
 * A card ran out: what is left of it is its merchant's.
 *
 * @param left above zero
 * @param cause which moves its money once
 */
public record StoredExpiry(UUID card, UUID merchant, Money left, String cause) {}
