package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/**
 * Somebody came and had what they paid for; the escrow is released.
 *
 * @param units how many units of the voucher they had
 * @param valueMinor what these were worth
 */
public record VoucherRedeemed(
        UUID subject, UUID order, UUID visit, UUID place, UUID offer, int units, long valueMinor, String currency)
        implements Event {}
