package org.townloop.loop.ledger;

import java.util.UUID;
import org.townloop.base.kernel.Money;

/**
 * What moves between a card and an order.
 *
 * @param amount above zero
 * @param cause which moves its money once
 */
public record CardMove(UUID order, UUID card, Money amount, String cause) {}
