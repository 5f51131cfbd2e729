package org.townloop.loop.ledger;

import java.util.UUID;
import org.townloop.base.kernel.Money;

/**
 * A resident's money has arrived at the gateway, and is held in escrow for an order.
 *
 * @param amount above zero
 * @param cause which moves its money once
 */
public record Capture(UUID order, Money amount, String cause) {}
