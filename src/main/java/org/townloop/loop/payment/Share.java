package org.townloop.loop.payment;

import java.util.UUID;
import org.townloop.base.kernel.Money;

/**
 * What of a payment is for one order.
 *
 * @param amount above zero
 */
public record Share(UUID order, Money amount) {}
