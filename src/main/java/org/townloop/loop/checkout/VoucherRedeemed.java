package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/** Somebody came and had what they paid for; the escrow is released. */
public record VoucherRedeemed(
        UUID subject, UUID order, UUID visit, UUID place, UUID offer, long valueMinor, String currency)
        implements Event {}
