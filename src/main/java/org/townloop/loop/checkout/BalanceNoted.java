package org.townloop.loop.checkout;

import java.util.UUID;
import org.townloop.base.kernel.Event;

/** What is open of an order at its place is something else now: that was noted, given back or undone there. */
public record BalanceNoted(UUID subject, UUID place) implements Event {}
