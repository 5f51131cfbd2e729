package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/** The money is in escrow and the vouchers are issued. */
public record OrderPaid(UUID subject, UUID place, UUID offer, long totalMinor, String currency) implements Event {}
