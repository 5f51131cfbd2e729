package org.townloop.loop.voucher;

import org.townloop.base.kernel.Money;

/**
 * What one scan took of a voucher.
 *
 * @param worth what those units release; nothing if they were paid at the shop
 */
public record Redeemed(int units, Money worth) {}
