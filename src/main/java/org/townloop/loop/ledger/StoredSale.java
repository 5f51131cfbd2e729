package org.townloop.loop.ledger;

import java.util.UUID;
import org.townloop.base.kernel.Money;

/**
 * A card was sold: what was paid for its order is what is on it.
 *
 * @param amount above zero
 * @param cause which moves its money once
 */
public record StoredSale(UUID order, UUID card, Money amount, String cause) {}
