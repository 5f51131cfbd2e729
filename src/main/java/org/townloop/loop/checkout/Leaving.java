package org.townloop.loop.checkout;

import java.util.Map;
import org.townloop.loop.ordering.Cancellation;
import org.townloop.loop.ordering.OrderId;

/**
 * Which of some orders are being closed while counters of their places may not know of it yet.
 *
 * @param whole nobody has had anything of them: nothing of them is to be had any more
 * @param rests some of them was had, which stays so: only what was not had is settled
 */
public record Leaving(Map<OrderId, Cancellation> whole, Map<OrderId, Cancellation> rests) {}
