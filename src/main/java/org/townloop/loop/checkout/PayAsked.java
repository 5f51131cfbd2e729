package org.townloop.loop.checkout;

import java.util.List;
import org.townloop.base.kernel.Idempotency;
import org.townloop.loop.ordering.OrderId;

/**
 * Somebody wants to pay.
 *
 * @param orders that were held together, some of which may be paid or gone
 */
record PayAsked(Paying.Payer payer, List<OrderId> orders, String gateway, String returnUrl, Idempotency.Call call) {}
