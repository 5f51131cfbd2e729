package org.townloop.loop.checkout;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.townloop.loop.payment.Intent;

/**
 * A payment with cards that was begun.
 *
 * @param intent what a gateway is asked for; null if cards have paid the whole, so that all of it is paid now
 */
public record CardPayment(UUID id, @Nullable Intent intent) {}
